import type { Frame } from "playwright-core";
import { type FlowLook, flowTabs } from "../../src/view/onScreen/flowLook";

/** Shows one of the views of the selected packet's connection. */
export const openFlowTab = (editor: Frame, tab: FlowLook["tab"]): Promise<void> =>
  editor.locator("wirenote-flow [role=tab]").nth(flowTabs.indexOf(tab)).click();
