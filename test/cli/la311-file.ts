import { writeFile } from 'node:fs/promises';

// prettier-ignore
export const columns = [
  'SRNumber', 'CreatedDate', 'UpdatedDate', 'ActionTaken', 'Owner', 'RequestType', 'Status', 'RequestSource',
  'MobileOS', 'Anonymous', 'AssignTo', 'ServiceDate', 'ClosedDate', 'AddressVerified', 'ApproximateAddress',
  'Address', 'HouseNumber', 'Direction', 'StreetName', 'Suffix', 'ZipCode', 'Latitude', 'Longitude', 'Location',
  'TBMPage', 'TBMColumn', 'TBMRow', 'APC', 'CD', 'CDMember', 'NC', 'NCName', 'PolicePrecinct',
];

const usual: Record<string, string> = {
  CreatedDate: '01/02/2018 08:00:00 AM',
  ClosedDate: '01/04/2018 09:30:00 AM',
  RequestType: 'Bulky Items',
  Status: 'Closed',
  RequestSource: 'Call',
  Address: '12 N MADE UP ST, 90000',
  NC: '55',
};

const quoted = (value: string) =>
  /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** A made-up line in the columns of the source. */
export function line(ref: string, changes: Record<string, string> = {}): string {
  const values: Record<string, string> = { ...usual, SRNumber: ref, ...changes };
  return columns.map((column) => quoted(values[column] ?? '')).join(',');
}

export async function writeCsv(path: string, lines: readonly string[]): Promise<void> {
  await writeFile(path, [columns.join(','), ...lines, ''].join('\n'));
}

/** Lines that cannot be brought in, each with the code of its reason. */
export const badLines: [line: string, code: string][] = [
  [line('B-01', { CreatedDate: '2018-01-02 08:00' }), 'created.unreadable'],
  [line('B-02', { CreatedDate: '02/30/2018 08:00:00 AM' }), 'created.unreadable'],
  [line('B-03', { ClosedDate: '' }), 'closed.unreadable'],
  [line('B-04', { ClosedDate: '01/02/2018 07:59:59 AM' }), 'closed.before_created'],
  [line('B-05', { ClosedDate: '01/02/2999 08:00:00 AM' }), 'closed.future'],
  [line('B-06', { RequestType: 'Meteorite' }), 'type.unknown'],
  [line('B-07', { RequestType: 'constructor' }), 'type.unknown'],
  [line('B-08', { Status: 'Pending' }), 'status.unknown'],
  [line('B-09', { RequestSource: 'Pigeon' }), 'channel.unknown'],
  [line('B-10', { NC: '999' }), 'area.unknown'],
  [line('', {}), 'ref.missing'],
  [line('G-001', { NC: '4' }), 'ref.repeated'],
  [line('B-11', { Address: 'A'.repeat(301) }), 'text.too_long'],
  [line('B-12', { Address: 'A\u0000B' }), 'text.control'],
  [line('B-13').slice(0, -3), 'columns.count'],
  [`${line('B-14')},,`, 'columns.count'],
  [line('B-15').replace('Bulky Items', '"Bulky Items'), 'csv.broken'],
];
