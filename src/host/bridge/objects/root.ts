import { HostObject } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { rangeType } from './range';
import { rangeAreasType } from './rangeAreas';
import { addinInternalServiceType, appRuntimeServiceType, customFunctionsType, telemetryType } from './services';
import { workbookRangeAreasType } from './workbookRangeAreas';
import { workbookType } from './workbook';

/** The object at the root of a path: the workbook (no name), or a service object by its name. */
export function openRoot(name: string, host: Host): HostObject {
  if (name === '') return HostObject.of(workbookType, host.workbook);
  if (name === 'Microsoft.ExcelServices.CustomFunctions')
    return HostObject.of(customFunctionsType, host.customFunctions);
  if (name === 'Microsoft.Telemetry.TelemetryService') return HostObject.of(telemetryType, null);
  if (name === 'Microsoft.InternalService.AddinInternalService') return HostObject.of(addinInternalServiceType, null);
  if (name === 'Microsoft.AppRuntime.AppRuntimeService') return HostObject.of(appRuntimeServiceType, host.runtime);
  return fail('ApiNotFound', `The service object '${name}' is not served by this host.`);
}

/** A range (or several) that the client tracks; ItemNotFound when its reference was given up. */
export function openReference(id: string, host: Host): HostObject {
  return host.references.find(id) ?? fail('ItemNotFound');
}

/** The ranges an object stands on: those of references follow the grid. */
export function rangesOf(object: HostObject): readonly RangeTarget[] | undefined {
  const range = object.as(rangeType);
  if (range) return [range];
  return object.as(rangeAreasType)?.ranges ?? object.as(workbookRangeAreasType)?.sheets.flatMap(({ ranges }) => ranges);
}
