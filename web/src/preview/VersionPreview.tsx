import type { RuleVersion } from '../api/contracts';
import { useRecordType } from '../api/queries';
import { ErrorNote } from '../ui/ErrorNote';
import { Loading } from '../ui/Loading';
import { PreviewPanel } from './PreviewPanel';
import { useDraftPreview } from './use-preview';

/** Made anew when the page opens: what the rule does to the sample as it is now. */
export function VersionPreview({ version }: { readonly version: RuleVersion }) {
  const recordType = useRecordType(version.recordType);
  const preview = useDraftPreview(version.recordType, version, undefined);
  if (preview.error) return <ErrorNote error={preview.error} again={() => void preview.refetch()} />;
  if (!preview.data || !recordType.data) return <Loading lines={5} label="Looking at the records" />;
  return <PreviewPanel preview={preview.data} rule={version} recordType={recordType.data} />;
}
