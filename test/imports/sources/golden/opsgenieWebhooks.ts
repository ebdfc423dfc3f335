import type { Golden } from './golden';

/** As read on the day this was written, and looked over by a person. */
export const opsgenieWebhooks: Golden = {
  'opsgenie-webhook-plain.json': [
    {
      at: '2023-07-25T13:05:00.000Z',
      kind: 'detection',
      author: 'System',
      text: 'Create · Prometheus live healthcheck is DOWN · healthcheck failing · P1',
      where: 'record 1, line 2',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:Create:1690290300000:0:0210eb',
    },
    {
      at: '2023-07-25T13:06:00.000002Z',
      kind: 'note',
      author: 'oncall@example.org',
      text: 'Acknowledge · Prometheus live healthcheck is DOWN · healthcheck failing',
      where: 'record 2, line 40',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:Acknowledge:1690290360000:2:07d8f5',
    },
    {
      at: '2023-07-25T13:09:00.000Z',
      kind: 'note',
      author: 'oncall@example.org',
      text: 'pod is terminating',
      where: 'record 3, line 78',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:AddNote:1690290540000:0:02447a',
    },
    {
      at: '2023-07-25T15:18:00.000Z',
      kind: 'recovery',
      author: 'oncall@example.org',
      text: 'Close · Prometheus live healthcheck is DOWN · healthcheck failing',
      where: 'record 4, line 117',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:Close:1690298280000:0:745b83',
    },
  ],
  'opsgenie-webhook-nasty.json': [
    {
      at: '2023-07-25T13:05:00.000Z',
      kind: 'detection',
      author: 'oncall@example.org',
      text: 'Create · Prometheus live healthcheck is DOWN · healthcheck failing · P1',
      where: 'record 2, line 40',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:Create:1690290300000:0:0210eb',
    },
    {
      at: '2023-07-25T13:10:00.000Z',
      kind: 'escalation',
      author: 'oncall@example.org',
      text: 'Escalate next · Prometheus live healthcheck is DOWN · healthcheck failing',
      where: 'record 4, line 116',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:EscalateNext:1690290600000:0:4aa941',
    },
    {
      at: '2023-07-25T13:11:40.000Z',
      kind: 'decision',
      author: 'oncall@example.org',
      text: 'Update priority · Prometheus live healthcheck is DOWN · healthcheck failing',
      where: 'record 5, line 159',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:UpdatePriority:1690290700000:0:dd1920',
    },
    {
      at: '2023-07-25T13:13:20.000Z',
      kind: 'note',
      author: 'oncall@example.org',
      text: '<img src=x onerror=alert(1)>',
      where: 'record 7, line 236',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:AddNote:1690290800000:0:20362e',
    },
    {
      at: '2023-07-25T15:18:00.000Z',
      kind: 'recovery',
      author: 'oncall@example.org',
      text: 'Close · Prometheus live healthcheck is DOWN · healthcheck failing',
      where: 'record 1, line 2',
      key: '1f0c0000-0000-4000-8000-000000000725-1690290300000:Close:1690298280000:0:745b83',
    },
  ],
};
