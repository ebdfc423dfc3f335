import type { Golden } from './golden';

/** As read on the day this was written, and looked over by a person. */
export const alerts: Golden = {
  'alertmanager-webhook-plain.json': [
    {
      at: '2023-02-02T10:14:00.000Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 1, line 5',
    },
  ],
  'alertmanager-webhook-plain-resolved.json': [
    {
      at: '2023-02-02T10:14:00.000Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 1, line 5',
    },
    {
      at: '2023-02-02T10:44:00.000Z',
      kind: 'recovery',
      author: 'Alertmanager',
      text: 'Resolved: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 1, line 5',
    },
  ],
  'alertmanager-webhook-nasty.json': [
    {
      at: '2023-02-02T10:14:00.000Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 4, line 55',
    },
    {
      at: '2023-02-02T10:14:00.739266Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · =HYPERLINK("http://evil.example","x") & <script>alert(1)</script>\n- ünïcode 🔥 · (cluster=live, severity=critical, namespace=ns-<b>1</b>)',
      where: 'alerts 2, line 21',
    },
    {
      at: '2023-02-02T10:14:00.828123Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 1, line 5',
    },
    {
      at: '2023-02-02T10:14:00.828123Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 3, line 39',
    },
    {
      at: '2023-02-02T10:20:00.000Z',
      kind: 'recovery',
      author: 'Alertmanager',
      text: 'Resolved: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 7, line 89',
    },
    {
      at: '2023-02-02T10:44:00.828123Z',
      kind: 'recovery',
      author: 'Alertmanager',
      text: 'Resolved: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 1, line 5',
    },
    {
      at: '2023-02-02T10:50:00.000Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'alerts 7, line 89',
    },
  ],
  'alertmanager-webhook-stream-nasty.ndjson': [
    {
      at: '2023-02-02T10:14:00.000Z',
      kind: 'detection',
      author: 'Alertmanager',
      text: 'Firing: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'line 1, alert 1',
    },
    {
      at: '2023-02-02T10:44:00.000Z',
      kind: 'recovery',
      author: 'Alertmanager',
      text: 'Resolved: CPU-Critical · Cluster CPU is over the critical threshold · (cluster=live, severity=critical)',
      where: 'line 1, alert 1',
    },
  ],
  'grafana-webhook-plain.json': [
    {
      at: '2023-09-18T12:42:00.000Z',
      kind: 'detection',
      author: 'Grafana',
      text: 'Firing: RootVolUtilisation-Critical · Root volume above 95 percent · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 1, line 6',
    },
  ],
  'grafana-webhook-plain-resolved.json': [
    {
      at: '2023-09-18T12:42:00.000Z',
      kind: 'detection',
      author: 'Grafana',
      text: 'Firing: RootVolUtilisation-Critical · Root volume above 95 percent · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 1, line 6',
    },
    {
      at: '2023-09-18T16:54:00.000Z',
      kind: 'recovery',
      author: 'Grafana',
      text: 'Resolved: RootVolUtilisation-Critical · Root volume above 95 percent · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 1, line 6',
    },
  ],
  'grafana-webhook-nasty.json': [
    {
      at: '2023-09-18T12:42:00.000Z',
      kind: 'detection',
      author: 'Grafana',
      text: 'Firing: RootVolUtilisation-Critical · =1+1 · "><img src=x onerror=alert(1)> ünï 🔥 \u202e · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 4, line 66',
    },
    {
      at: '2023-09-18T12:42:00.157076Z',
      kind: 'detection',
      author: 'Grafana',
      text: 'Firing: RootVolUtilisation-Critical · Root volume above 95 percent · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 1, line 6',
    },
    {
      at: '2023-09-18T12:43:00.000Z',
      kind: 'note',
      author: 'Grafana',
      text: 'Firing: DatasourceError · failed to query data: <html>502</html> · (cluster=live, rulename=RootVol, ref_id=A)',
      where: 'alerts 2, line 26',
    },
    {
      at: '2023-09-18T12:44:00.000Z',
      kind: 'note',
      author: 'Grafana',
      text: 'Firing: DatasourceNoData · Root volume above 95 percent · (cluster=live)',
      where: 'alerts 3, line 45',
    },
    {
      at: '2023-09-18T16:54:00.000Z',
      kind: 'recovery',
      author: 'Grafana',
      text: 'Resolved: RootVolUtilisation-Critical · =1+1 · "><img src=x onerror=alert(1)> ünï 🔥 \u202e · (cluster=live, grafana_folder=Nodes)',
      where: 'alerts 4, line 66',
    },
  ],
};
