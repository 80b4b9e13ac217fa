// Markdown of others, shown safely: no raw HTML, no scripts, links open outside.
import { memo } from 'react';
import Markdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';

const remarkPlugins = [remarkGfm];
const rehypePlugins = [rehypeSanitize];

/** Read and laid out once for as long as the text is the same. */
export const MarkdownText = memo(function MarkdownText({ text }: { readonly text: string }) {
  return (
    <div className="markdown">
      <Markdown
        remarkPlugins={remarkPlugins}
        rehypePlugins={rehypePlugins}
        components={{
          a: ({ node: _, children, ...link }) => (
            <a {...link} target="_blank" rel="noreferrer noopener">
              {children}
            </a>
          ),
          table: ({ node: _, ...table }) => (
            // a wide table scrolls, and a keyboard must be able to scroll it
            <div className="table-scroll" tabIndex={0} role="group" aria-label="Table">
              <table {...table} />
            </div>
          ),
          img: ({ alt }) => (
            <span className="muted">
              [picture: {alt === undefined || alt === '' ? 'no description' : alt}]
            </span>
          ),
          input: ({ node: _, ...box }) => (
            <input {...box} aria-label={box.checked === true ? 'done' : 'open'} />
          ),
        }}
      >
        {text}
      </Markdown>
    </div>
  );
});
