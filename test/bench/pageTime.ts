import type { CDPSession, Frame } from "playwright-core";
import type { Workbench } from "../host/workbench";

/** What a page does itself: the time of its thread, not of the clock, since others may use the machine too. */
export class PageTime {
  private constructor(readonly session: CDPSession) {}

  static async of(workbench: Workbench, frame: Frame): Promise<PageTime> {
    const session = await sessionOf(workbench, frame);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    return new PageTime(session);
  }

  /** Milliseconds so far of script, style and layout. */
  async busy(): Promise<number> {
    const { metrics } = await this.session.send("Performance.getMetrics");
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return (of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration")) * 1000;
  }
}

/** Of the page's own process, or of that of a frame around it, which it then shares. */
async function sessionOf({ page }: Workbench, frame: Frame): Promise<CDPSession> {
  for (let at: Frame | null = frame; at; at = at.parentFrame()) {
    const session = await page
      .context()
      .newCDPSession(at)
      .catch(() => undefined);
    if (session) return session;
  }
  return page.context().newCDPSession(page);
}
