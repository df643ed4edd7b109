import { Anchor, Button, Card, Drawer, Grid, Select, Title } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconDatabase, IconTable } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../api/api-problem';
import { useRecordType, useRecordTypes } from '../api/queries';
import { labelOf } from '../catalog/label-of';
import { EmptyState } from '../ui/EmptyState';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { useConversation } from './ConversationProvider';
import { FieldsPanel } from './FieldsPanel';
import { Asking } from './Asking';

export function AskPage() {
  const recordTypes = useRecordTypes();
  const { conversation, tell } = useConversation();
  const names = recordTypes.data?.items.map(item => item.name) ?? [];
  const first = names[0];
  const recordType = useRecordType(conversation.recordType);
  // What was asked about before the page was loaded again may be gone.
  const isGone = recordType.error instanceof ApiProblem && recordType.error.status === 404;
  useEffect(() => {
    if ((conversation.recordType === undefined || isGone) && first) tell({ type: 'record-type-chosen', name: first });
  }, [conversation.recordType, isGone, first, tell]);
  const [fieldsOpen, fields] = useDisclosure(false);
  const isWide = useMediaQuery('(min-width: 1280px)');

  return (
    <Page
      title="Ask"
      intro="Say which records you mean and what should happen to them. Nothing changes until a rule is reviewed and active."
      actions={
        <>
          <Select
            aria-label="Record type"
            w={190}
            leftSection={<IconDatabase size={16} />}
            allowDeselect={false}
            comboboxProps={{ withinPortal: true }}
            data={
              recordTypes.data?.items.map(item => ({
                value: item.name,
                label: labelOf({ name: item.name, label: item.label ?? item.name }),
              })) ?? []
            }
            value={conversation.recordType ?? null}
            onChange={name => name && tell({ type: 'record-type-chosen', name })}
            disabled={names.length === 0}
          />
          {isWide ? null : (
            <Button
              variant="default"
              leftSection={<IconTable size={16} />}
              onClick={fields.open}
              disabled={!recordType.data}
            >
              Fields
            </Button>
          )}
        </>
      }
    >
      <Loaded query={recordTypes}>
        {list =>
          list.items.length === 0 ? (
            <EmptyState icon={<IconDatabase size={26} />} title="There are no records yet">
              <Anchor component={Link} to="/record-types">
                Import a file
              </Anchor>{' '}
              to have something to ask about.
            </EmptyState>
          ) : (
            <Loaded query={recordType} lines={6}>
              {type => (
                <Grid gap="lg">
                  <Grid.Col span={isWide ? 9 : 12}>
                    <Asking key={type.name} recordType={type} />
                  </Grid.Col>
                  {isWide ? (
                    <Grid.Col span={3}>
                      <Card p="md" component="aside" aria-label="Fields">
                        <Title order={2} mb="sm">
                          Fields
                        </Title>
                        <FieldsPanel recordType={type} />
                      </Card>
                    </Grid.Col>
                  ) : (
                    <Drawer
                      opened={fieldsOpen}
                      onClose={fields.close}
                      position="right"
                      size="sm"
                      title={`Fields of ${labelOf({ name: type.name, label: type.label ?? type.name })}`}
                    >
                      <FieldsPanel recordType={type} />
                    </Drawer>
                  )}
                </Grid>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Page>
  );
}
