// A result as a page to read: what was said, its pictures and its tables in full width.
import { useEffect, useState } from 'react';
import type { FileRef } from '../../../shared/model/file.ts';
import { MarkdownText } from '../../ui/markdown.tsx';
import { addressOf } from './engineering-store.ts';
import type { EngineeringResult } from './model-choice.ts';
import { picturesOf } from './report-choice.ts';
import { ResultTables } from './result-tables.tsx';

export function ResultReport({ result }: { readonly result: EngineeringResult }) {
  return (
    <article className="result-report" aria-label={`Report: ${result.title}`} tabIndex={0}>
      <h2>{result.title}</h2>
      <MarkdownText text={result.text} />
      {picturesOf(result).map((file) => (
        <ReportPicture key={file.id} file={file} />
      ))}
      <ResultTables tables={result.body?.tables ?? []} />
    </article>
  );
}

/** Drawn on paper: drawings and charts are black on white in the dark too. */
function ReportPicture({ file }: { readonly file: FileRef }) {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void addressOf(file).then((address) => {
      if (!isGone) setUrl(address);
    });
    return () => {
      isGone = true;
    };
  }, [file]);
  return url === null ? null : <img className="report-picture" src={url} alt={file.name} />;
}
