/** A browser's canvas is no higher or wider than this, in its own pixels. */
const largest = 16_000;

/** One of our own drawings as a PNG. Its pieces are drawn one by one, since the page's policy forbids loading it as a picture. */
export async function pngOf(drawing: string): Promise<Uint8Array> {
  const svg = new DOMParser().parseFromString(drawing, "image/svg+xml").documentElement;
  const [width, height] = [numberOf(svg, "width"), numberOf(svg, "height")];
  const scale = Math.min(2, largest / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext("2d")!;
  context.scale(scale, scale);
  for (const piece of svg.children) draw(context, piece, svg);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("no picture");
  return new Uint8Array(await blob.arrayBuffer());
}

const numberOf = (piece: Element, name: string) => Number(piece.getAttribute(name) ?? 0);

function draw(context: CanvasRenderingContext2D, piece: Element, svg: Element): void {
  context.save();
  transform(context, piece.getAttribute("transform") ?? "");
  if (piece.tagName === "text") write(context, piece, svg);
  else paint(context, pathOf(piece), piece);
  context.restore();
}

/** Applies `translate(x y)` and `rotate(angle x y)`, the only transforms in our drawings. */
function transform(context: CanvasRenderingContext2D, text: string): void {
  for (const [, name, inside] of text.matchAll(/(translate|rotate)\(([^)]*)\)/g)) {
    const [a, x = 0, y = 0] = inside.split(/[\s,]+/).map(Number);
    if (name === "translate") context.translate(a, x);
    else {
      context.translate(x, y);
      context.rotate((a * Math.PI) / 180);
      context.translate(-x, -y);
    }
  }
}

function pathOf(piece: Element): Path2D {
  const of = (name: string) => numberOf(piece, name);
  const path = new Path2D(piece.getAttribute("d") ?? "");
  if (piece.tagName === "rect") path.roundRect(of("x"), of("y"), of("width"), of("height"), of("rx"));
  if (piece.tagName === "line") {
    path.moveTo(of("x1"), of("y1"));
    path.lineTo(of("x2"), of("y2"));
  }
  return path;
}

function paint(context: CanvasRenderingContext2D, path: Path2D, piece: Element): void {
  const [fill, stroke] = [piece.getAttribute("fill"), piece.getAttribute("stroke")];
  if (fill && fill !== "none") {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (!stroke) return;
  context.strokeStyle = stroke;
  context.lineWidth = numberOf(piece, "stroke-width") || 1;
  context.setLineDash(
    (piece.getAttribute("stroke-dasharray") ?? "")
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number),
  );
  context.lineCap = piece.getAttribute("stroke-linecap") === "round" ? "round" : "butt";
  context.stroke(path);
}

function write(context: CanvasRenderingContext2D, piece: Element, svg: Element): void {
  const inherited = (name: string) => piece.getAttribute(name) ?? svg.getAttribute(name) ?? "";
  context.font = `${inherited("font-weight")} ${inherited("font-size")}px ${inherited("font-family")}`;
  const anchors: Readonly<Record<string, CanvasTextAlign>> = { middle: "center", end: "right" };
  context.textAlign = anchors[inherited("text-anchor")] ?? "left";
  context.fillStyle = inherited("fill");
  context.fillText(piece.textContent ?? "", numberOf(piece, "x"), numberOf(piece, "y"));
}
