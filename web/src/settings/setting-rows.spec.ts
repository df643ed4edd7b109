import { isSecretSet, settingChanges } from './setting-rows';

it('sends only what was changed, and forgets what was emptied', () => {
  const kept = { installationName: 'Acme', cloudModel: null, azureApiKey: { isSet: true } };
  expect(settingChanges(kept, { installationName: 'Acme' })).toEqual({});
  expect(settingChanges(kept, { installationName: ' ', cloudModel: true, azureDeployment: '' })).toEqual({
    installationName: null,
    cloudModel: true,
  });
});

it('knows of a secret only whether there is one', () => {
  expect([
    isSecretSet({ isSet: true }),
    isSecretSet({ isSet: false }),
    isSecretSet(null),
    isSecretSet(undefined),
  ]).toEqual([true, false, false, false]);
});
