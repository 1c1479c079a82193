import { html, svg } from "lit";
import type { DrawnTrack } from "../../view/charts/chart";
import { words } from "../language";

/** As a track is drawn, but small. */
const signs: Readonly<Record<DrawnTrack["shape"], string>> = {
  strokes: "M3 12V2M9 10V0M15 8V0",
  steps: "M0 10H6V6H12V2H18",
  dots: "M4 8h0M9 4h0M14 7h0",
  level: "M0 6H18",
};

export function legend(tracks: readonly DrawnTrack[]) {
  return html`<ul class="legend">
    ${tracks.map(
      ({ name, shape }) =>
        html`<li><svg width="18" height="12" aria-hidden="true">${svg`<path class="track ${name} ${shape}" d=${signs[shape]}></path>`}</svg>${words.messages[`chart.track.${name}`]}</li>`,
    )}
  </ul>`;
}
