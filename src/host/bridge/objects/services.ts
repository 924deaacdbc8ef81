import type { CustomFunctionHost } from '../customFunctions';
import type { ObjectType } from '../define';
import type { AddInRuntime } from '../runtime';
import { method } from '../define';
import { fail } from '../errors';

/** Where the runtime of custom functions brings its results. */
export const customFunctionsType: ObjectType<CustomFunctionHost> = {
  name: 'CustomFunctions',
  properties: {},
  objects: {},
  methods: {
    SetInvocationResults: method((calls, [results]) => receiveAll(calls, results)),
    SetInvocationArrayResults: method((calls, [results]) => receiveAll(calls, results)),
    _SetInvocationResult: method((calls, [id, value]) => calls.receive([id, true, value])),
    _SetInvocationError: method((calls, [id, message]) => calls.receive([id, false, message, 7])),
    _SetOsfControlContainerReadyForCustomFunctions: method((calls) => calls.start()),
    // None of the numbered experiments of the runtime is on.
    _GetEnabledFeatures: method(() => []),
  },
};

function receiveAll(calls: CustomFunctionHost, results: unknown): void {
  if (!Array.isArray(results)) return fail('InvalidArgument');
  for (const result of results as unknown[]) calls.receive(result);
}

/** The client's reports about itself: every one is taken, none is kept. */
export const telemetryType: ObjectType<null> = {
  name: 'TelemetryService',
  properties: {},
  objects: {},
  methods: { SendTelemetryEvent: method(() => null) },
};

/** Where the add-in asks for its pane to be shown or hidden. */
export const appRuntimeServiceType: ObjectType<AddInRuntime> = {
  name: 'AppRuntimeService',
  properties: {},
  objects: {},
  methods: {
    GetAppRuntimeState: method((runtime) => runtime.state),
    SetAppRuntimeState: method((runtime, [state]) => {
      if (!runtime.change(state)) fail('InvalidArgument');
    }),
  },
};

/** Where the client says that it listens to ribbon buttons. */
export const addinInternalServiceType: ObjectType<null> = {
  name: 'AddinInternalService',
  properties: {},
  objects: {},
  methods: { NotifyActionHandlerReady: method(() => null) },
};
