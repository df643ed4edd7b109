import { Anchor } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';

export function NowhereTo() {
  return (
    <Page title="Nothing here">
      <EmptyState icon={<IconMapOff size={26} />} title="There is no such page">
        <Anchor component={Link} to="/">
          Go to the start
        </Anchor>
      </EmptyState>
    </Page>
  );
}
