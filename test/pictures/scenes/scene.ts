import type { Workbench } from "../../host/workbench";

/** A picture: how the window looks, and what a person does until it shows what is to be looked at. */
export interface Scene {
  readonly name: string;
  readonly locale?: string;
  readonly theme: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly forReadme?: true;
  /** It needs the capture of four gigabytes, which is written for it. */
  readonly isLarge?: true;
  readonly show: (workbench: Workbench, folder: string) => Promise<void>;
}

export const large = { width: 1600, height: 1000 };
export const wide = { width: 1400, height: 760 };
export const narrow = { width: 760, height: 760 };
export const narrowAndHigh = { width: 760, height: 900 };
