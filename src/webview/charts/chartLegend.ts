import { html, svg } from "lit";
import type { DrawnTrack } from "../../view/charts/chart";
import { trackSigns } from "../../view/onScreen/trackPath";
import { words } from "../language";

export function legend(tracks: readonly DrawnTrack[]) {
  return html`<ul class="legend">
    ${tracks.map(
      ({ name, shape }) =>
        html`<li><svg width="18" height="12" aria-hidden="true">${svg`<path class="track ${name} ${shape}" d=${trackSigns[shape]}></path>`}</svg>${words.messages[`chart.track.${name}`]}</li>`,
    )}
  </ul>`;
}
