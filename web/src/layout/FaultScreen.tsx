import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

/** A bug in one screen leaves a way out instead of a white page. */
export class FaultScreen extends Component<{ readonly children: ReactNode }, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error): { readonly fault: Error } {
    return { fault };
  }

  override render(): ReactNode {
    if (!this.state.fault) return this.props.children;
    return (
      <Center mih="100vh" p="xl">
        <Stack maw={460} role="alert">
          <Title order={1}>This screen broke</Title>
          <Text>
            What you did before is saved. Load the page again; if it comes back, tell whoever runs Rulewright what you
            did.
          </Text>
          <Text className="code" c="dimmed">
            {this.state.fault.message}
          </Text>
          <Button onClick={() => window.location.reload()}>Load again</Button>
        </Stack>
      </Center>
    );
  }
}
