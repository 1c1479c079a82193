/** The endings of captures, plain, rotated or compressed: the same as in the capture editor's selector in `package.json`. */
export const captureEnding = /\.(?:pcapng|ntar|pcap\d{0,3}|cap)(?:\.(?:gz|zst|lz4))?/;

const atEnd = new RegExp(`[^/\\\\]${captureEnding.source}$`, "i");

export const isCaptureName = (path: string): boolean => atEnd.test(path);
