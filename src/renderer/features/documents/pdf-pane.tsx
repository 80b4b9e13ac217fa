// A PDF, page under page; pages are drawn when they come near.
import { Minus, Plus } from 'lucide-react';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

GlobalWorkerOptions.workerSrc = workerUrl;
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
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
  const [zoom, setZoom] = useState(1);
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
  const step = (by: 1 | -1): void =>
    setZoom(zooms[Math.min(zooms.length - 1, Math.max(0, zooms.indexOf(zoom) + by))] ?? 1);
  const { numPages } = opened.pdf;
  return (
    <div className="pdf">
      <div className="pdf-bar" role="toolbar" aria-label="PDF">
        <span className="muted">
          {numPages} {numPages === 1 ? 'page' : 'pages'}
        </span>
        <IconButton label="Smaller" icon={<Minus aria-hidden />} onPress={() => step(-1)} />
        <span className="mono">{Math.round(zoom * 100)} %</span>
        <IconButton label="Larger" icon={<Plus aria-hidden />} onPress={() => step(1)} />
      </div>
      <div className="pdf-pages" tabIndex={0} role="document" aria-label={name}>
        {Array.from({ length: numPages }, (_, index) => (
          <PdfPage key={index} pdf={opened.pdf} number={index + 1} zoom={zoom} />
        ))}
      </div>
    </div>
  );
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
