import { Center } from '@mantine/core';
import { HashRouter, Navigate, Route, Routes } from 'react-router';
import { AskPage } from './ask/AskPage';
import { ConversationProvider } from './ask/ConversationProvider';
import { RecordTypePage } from './catalog/RecordTypePage';
import { RecordTypesPage } from './catalog/RecordTypesPage';
import { NamePage } from './glossary/NamePage';
import { AuditPage } from './history/AuditPage';
import { PromptPage } from './history/PromptPage';
import { PromptsPage } from './history/PromptsPage';
import { NowhereTo } from './layout/NowhereTo';
import { firstPlace } from './layout/navigation';
import { Shell } from './layout/Shell';
import { InboxPage } from './review/InboxPage';
import { ReviewPage } from './review/ReviewPage';
import { RulePage } from './rules/RulePage';
import { RulesPage } from './rules/RulesPage';
import { SessionContext, useSignInState } from './session/use-session';
import { SetupPage } from './session/SetupPage';
import { SignInPage } from './session/SignInPage';
import { ApiKeysPage } from './settings/ApiKeysPage';
import { PeoplePage } from './settings/PeoplePage';
import { SettingsPage } from './settings/SettingsPage';
import { ErrorNote } from './ui/ErrorNote';
import { Loading } from './ui/Loading';

/** The hash carries the place, so the service needs to know one page only. */
export function App() {
  return (
    <HashRouter>
      <Routes>
        <Route path="/setup" element={<SetupPage />} />
        <Route path="*" element={<Entrance />} />
      </Routes>
    </HashRouter>
  );
}

function Entrance() {
  const state = useSignInState();
  if (state.data === undefined || state.data.signedIn === 'leaving') {
    return (
      <Center mih="100vh" p="xl" component="main">
        {state.error ? <ErrorNote error={state.error} again={() => void state.refetch()} /> : <Loading lines={3} />}
      </Center>
    );
  }
  if (!state.data.signedIn) return <SignInPage personas={state.data.personas} />;
  const { session } = state.data;
  return (
    <SessionContext value={session}>
      <ConversationProvider key={session.user.id}>
        <Routes>
          <Route element={<Shell />}>
            <Route index element={<Navigate to={`/${firstPlace(session.rights)}`} replace />} />
            <Route path="ask" element={<AskPage />} />
            <Route path="rules" element={<RulesPage />} />
            <Route path="rules/:id" element={<RulePage />} />
            <Route path="review" element={<InboxPage />} />
            <Route path="review/:id/:version" element={<ReviewPage />} />
            <Route path="record-types" element={<RecordTypesPage />} />
            <Route path="record-types/:name" element={<RecordTypePage />} />
            <Route path="record-types/:name/glossary/:id" element={<NamePage />} />
            <Route path="prompts" element={<PromptsPage />} />
            <Route path="prompts/:id" element={<PromptPage />} />
            <Route path="audit" element={<AuditPage />} />
            <Route path="people" element={<PeoplePage />} />
            <Route path="api-keys" element={<ApiKeysPage />} />
            <Route path="settings" element={<SettingsPage />} />
            <Route path="*" element={<NowhereTo />} />
          </Route>
        </Routes>
      </ConversationProvider>
    </SessionContext>
  );
}
