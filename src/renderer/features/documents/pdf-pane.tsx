// A PDF, page under page; pages are drawn when they come near.
import { Minus, MoveHorizontal, Plus } from 'lucide-react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { fitScale, nextZoom } from './zoom.ts';

GlobalWorkerOptions.workerSrc = workerUrl;
const pointsToPixels = 96 / 72;

interface PdfPaneProps {
  readonly url: string;
  readonly name: string;
}

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly pdf: PDFDocumentProxy }
  | { readonly state: 'failed' };

export function PdfPane({ url, name }: PdfPaneProps) {
  const [opened, setOpened] = useState<Opened>({ state: 'loading' });
  /** null: as wide as the pane. */
  const [chosen, setZoom] = useState<number | null>(null);
  useEffect(() => {
    const task = getDocument({ url: new URL(url, location.href).href });
    task.promise.then(
      (pdf) => setOpened({ state: 'ready', pdf }),
      () => setOpened({ state: 'failed' }),
    );
    return () => void task.destroy();
  }, [url]);
  if (opened.state === 'loading') return <Skeleton lines={12} label={`Opening ${name}`} />;
  if (opened.state === 'failed') {
    return (
      <Empty icon={<Minus />} title={`${name} cannot be read`}>
        It is damaged or protected. It stays attached as it is.
      </Empty>
    );
  }
  return <Pages pdf={opened.pdf} name={name} chosen={chosen} onZoom={setZoom} />;
}

interface PagesProps {
  readonly pdf: PDFDocumentProxy;
  readonly name: string;
  readonly chosen: number | null;
  readonly onZoom: (zoom: number | null) => void;
}

function Pages({ pdf, name, chosen, onZoom }: PagesProps) {
  const pane = useRef<HTMLDivElement>(null);
  const fitting = useFitting(pdf, pane);
  const zoom = chosen ?? fitting;
  const { numPages } = pdf;
  return (
    <div className="pdf">
      <div className="pdf-bar" role="toolbar" aria-label="PDF">
        <span className="muted">
          {numPages} {numPages === 1 ? 'page' : 'pages'}
        </span>
        <IconButton label="Smaller" icon={<Minus aria-hidden />} onPress={() => onZoom(nextZoom(zoom, -1))} />
        <span className="mono">{Math.round(zoom * 100)} %</span>
        <IconButton label="Larger" icon={<Plus aria-hidden />} onPress={() => onZoom(nextZoom(zoom, 1))} />
        <IconButton
          label="Fit to the width"
          icon={<MoveHorizontal aria-hidden />}
          onPress={() => onZoom(null)}
        />
      </div>
      <div className="pdf-pages" ref={pane} tabIndex={0} role="document" aria-label={name}>
        {Array.from({ length: numPages }, (_, index) => (
          <PdfPage key={index} pdf={pdf} number={index + 1} zoom={zoom} />
        ))}
      </div>
    </div>
  );
}

/** The zoom at which the first page is as wide as the pane; follows the pane's width. */
function useFitting(pdf: PDFDocumentProxy, pane: RefObject<HTMLDivElement | null>): number {
  const [paneWidth, setPaneWidth] = useState(0);
  const [pageWidth, setPageWidth] = useState(0);
  useEffect(() => {
    let isGone = false;
    void pdf.getPage(1).then((page) => {
      if (!isGone) setPageWidth(page.getViewport({ scale: pointsToPixels }).width);
    });
    return () => {
      isGone = true;
    };
  }, [pdf]);
  useEffect(() => {
    const element = pane.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setPaneWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [pane]);
  return fitScale(paneWidth, pageWidth);
}

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly zoom: number;
}

function PdfPage({ pdf, number, zoom }: PdfPageProps) {
  const frame = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(number < 3);
  useEffect(() => {
    if (frame.current === null) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && setNear(true), {
      rootMargin: '600px',
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const canvas = frame.current;
    if (!isNear || canvas === null) return undefined;
    let cancel = (): void => {};
    let isGone = false;
    void pdf.getPage(number).then((page) => {
      if (isGone) return;
      const shown = page.getViewport({ scale: zoom * pointsToPixels });
      const sharp = page.getViewport({ scale: zoom * pointsToPixels * devicePixelRatio });
      Object.assign(canvas, { width: Math.floor(sharp.width), height: Math.floor(sharp.height) });
      Object.assign(canvas.style, { width: `${shown.width}px`, height: `${shown.height}px` });
      const drawing = page.render({ canvas, viewport: sharp });
      cancel = () => drawing.cancel();
      drawing.promise.catch(() => {});
    });
    return () => {
      isGone = true;
      cancel();
    };
  }, [pdf, number, zoom, isNear]);
  return <canvas ref={frame} className="pdf-page" aria-label={`Page ${number}`} />;
}
