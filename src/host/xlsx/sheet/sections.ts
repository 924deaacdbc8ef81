import { autoFilterSection, mergesSection } from './areas';
import { columnsSection } from './columns';
import { commentsSection } from './comments';
import { conditionalFormatsSection } from './conditional/section';
import { customPropertiesSection } from './customProperties';
import { drawingSection } from './drawing';
import { hyperlinksSection } from './hyperlinks';
import { pageSection } from './page';
import { protectionSection } from './protection';
import type { Section } from './section';
import { tablesSection } from './tables';
import { validationsSection } from './validations';
import { propertiesSection, viewSection } from './view';

/** Every subject of a sheet but its cells, in the order they are read and written. */
export const SECTIONS: readonly Section[] = [
  propertiesSection,
  viewSection,
  columnsSection,
  protectionSection,
  autoFilterSection,
  mergesSection,
  conditionalFormatsSection,
  validationsSection,
  hyperlinksSection,
  pageSection,
  customPropertiesSection,
  commentsSection,
  drawingSection,
  tablesSection,
];
