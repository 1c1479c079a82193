/** What a capture filter asks for by the bytes of a header (`prose/captureFilter.ts`). */
export const captureFilterMessages = {
  "captureFilter.byte": "In a capture filter: byte **{from}** of the {header} header, counted from 0.",
  "captureFilter.bytes": "In a capture filter: bytes **{from}** to **{to}** of the {header} header, counted from 0.",
  "captureFilter.flags.kept": "The mask keeps **{names}**.",
  "captureFilter.flags.any": "Takes segments with at least one of **{names}**.",
  "captureFilter.flags.none": "Takes segments without **{names}**.",
  "captureFilter.flags.all": "Takes segments with **{names}**, whatever else is set.",
  "captureFilter.flags.some": "Of **{names}** only **{set}** may be set.",
  "captureFilter.flags.exactly": "Takes segments with **{names}** and no other flag of this byte.",
  "captureFilter.flags.not": "Takes all segments but those with **{names}** and no other flag of this byte.",
  "captureFilter.length.tcp":
    "Its upper four bits count words of four bytes: `>> 2` makes the header's length of them, behind which the data begin.",
  "captureFilter.length.ip":
    "Its lower four bits count words of four bytes: `<< 2` makes the header's length of them, behind which TCP begins.",
  "captureFilter.display": "As a display filter: `{filter}`.",
};
