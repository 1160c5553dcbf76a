import { describe, expect, test } from 'vitest';
import { DomainError } from '$lib/server/domain-error';
import { fetchPage } from '$lib/server/import/fetch-page';
import { isPublicAddress } from '$lib/server/import/public-address';

/** Refused before a name is looked up: a look-up alone would tell the outside something. */
const WITHOUT_LOOKING: readonly (readonly [address: string, code: string])[] = [
  ['', 'invalid-address'],
  ['   ', 'invalid-address'],
  ['example.org', 'invalid-address'],
  ['//example.org/x', 'invalid-address'],
  ['https:example.org', 'invalid-address'],
  ['https:///x', 'invalid-address'],
  ['http://', 'invalid-address'],
  ['https://exa mple.org/', 'invalid-address'],
  ['https://example.org/\u0000', 'invalid-address'],
  ['https://exam\u200bple.org/', 'invalid-address'],
  ['https://example.org\\@127.0.0.1/', 'invalid-address'],
  ['http:\\\\127.0.0.1\\', 'invalid-address'],
  ['https://news.com/\nHost: x', 'invalid-address'],
  ['file:///etc/passwd', 'invalid-address'],
  ['ftp://example.org/a', 'invalid-address'],
  ['gopher://127.0.0.1:6379/_x', 'invalid-address'],
  ['data:text/html,<p>x', 'invalid-address'],
  ['javascript:alert(1)', 'invalid-address'],
  ['blob:https://example.org/x', 'invalid-address'],
  ['view-source:http://127.0.0.1', 'invalid-address'],
  ['https://user@news.com/', 'invalid-address'],
  ['https://user:word@news.com/', 'invalid-address'],
  ['https://news.com@127.0.0.1/', 'invalid-address'],
  ['https://@news.com/', 'invalid-address'],
  ['https://news..com/', 'invalid-address'],
  [`https://news.com/${'a'.repeat(3000)}`, 'invalid-address'],
  ['http://[::1%25eth0]/', 'invalid-address'],
  ['http://[fe80::1%eth0]/', 'invalid-address'],
  ['http://256.256.256.256/', 'invalid-address'],
  ['http://localhost/', 'address-not-public'],
  ['http://LOCALHOST/', 'address-not-public'],
  ['http://localhost./', 'address-not-public'],
  ['http://a.localhost/', 'address-not-public'],
  ['http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'address-not-public'],
  ['http://router/', 'address-not-public'],
  ['http://printer.local/', 'address-not-public'],
  ['http://vault.internal/', 'address-not-public'],
  ['http://metadata.google.internal/computeMetadata/v1/', 'address-not-public'],
  ['http://nas.home.arpa/', 'address-not-public'],
  ['http://hidden.onion/', 'address-not-public'],
  ['http://127.0.0.1/', 'address-not-public'],
  ['http://127.1/', 'address-not-public'],
  ['http://127.0.0.1./', 'address-not-public'],
  ['http://2130706433/', 'address-not-public'],
  ['http://0x7f000001/', 'address-not-public'],
  ['http://0x7f.0.0.1/', 'address-not-public'],
  ['http://0177.0.0.1/', 'address-not-public'],
  ['http://017700000001/', 'address-not-public'],
  ['http://①②⑦.⓪.⓪.①/', 'address-not-public'],
  ['http://%31%32%37.0.0.1/', 'address-not-public'],
  ['http://127。0。0。1/', 'address-not-public'],
  ['http://0/', 'address-not-public'],
  ['http://0.0.0.0/', 'address-not-public'],
  ['http://10.0.0.5/', 'address-not-public'],
  ['http://172.16.0.1/', 'address-not-public'],
  ['http://192.168.1.1/admin', 'address-not-public'],
  ['http://169.254.169.254/latest/meta-data/', 'address-not-public'],
  ['http://2852039166/latest/', 'address-not-public'],
  ['http://100.64.0.1/', 'address-not-public'],
  ['http://192.0.0.1/', 'address-not-public'],
  ['http://168.63.129.16/metadata', 'address-not-public'],
  ['http://100.100.100.200/latest/meta-data/', 'address-not-public'],
  ['http://192.0.2.1/', 'address-not-public'],
  ['http://192.88.99.1/', 'address-not-public'],
  ['http://198.18.0.1/', 'address-not-public'],
  ['http://203.0.113.9/', 'address-not-public'],
  ['http://224.0.0.1/', 'address-not-public'],
  ['http://240.0.0.1/', 'address-not-public'],
  ['http://255.255.255.255/', 'address-not-public'],
  ['http://[::]/', 'address-not-public'],
  ['http://[::1]/', 'address-not-public'],
  ['http://[0:0:0:0:0:0:0:1]/', 'address-not-public'],
  ['http://[::ffff:127.0.0.1]/', 'address-not-public'],
  ['http://[::ffff:7f00:1]/', 'address-not-public'],
  ['http://[::ffff:168.63.129.16]/', 'address-not-public'],
  ['http://[fd00:ec2::254]/latest/', 'address-not-public'],
  ['http://[::127.0.0.1]/', 'address-not-public'],
  ['http://[::ffff:0:127.0.0.1]/', 'address-not-public'],
  ['http://[64:ff9b::7f00:1]/', 'address-not-public'],
  ['http://[64:ff9b:1::7f00:1]/', 'address-not-public'],
  ['http://[2002:7f00:1::]/', 'address-not-public'],
  ['http://[2001:0:7f00:1::1]/', 'address-not-public'],
  ['http://[2001:db8::1]/', 'address-not-public'],
  ['http://[fe80::1]/', 'address-not-public'],
  ['http://[fc00::1]/', 'address-not-public'],
  ['http://[fd12:3456::1]/', 'address-not-public'],
  ['http://[fec0::1]/', 'address-not-public'],
  ['http://[ff02::1]/', 'address-not-public'],
  ['http://[100::1]/', 'address-not-public'],
  ['http://[5f00::1]/', 'address-not-public'],
  ['http://news.com:22/', 'address-not-public'],
  ['http://news.com:6379/', 'address-not-public'],
  ['https://news.com:8443/', 'address-not-public'],
  ['http://8.8.8.8:25/', 'address-not-public']
];

/** Names that look public and are not. */
const BY_LOOKING: readonly (readonly [name: string, addresses: readonly string[]])[] = [
  ['127.0.0.1.nip.io', ['127.0.0.1']],
  ['private.news.com', ['10.1.2.3']],
  ['one-of-two.news.com', ['93.184.216.34', '192.168.0.1']],
  ['last.news.com', ['2606:4700::1111', '::1']],
  ['mapped.news.com', ['::ffff:10.0.0.1']],
  ['link.news.com', ['169.254.169.254']],
  ['zone.news.com', ['fe80::1%eth0']],
  ['nat.news.com', ['64:ff9b::a00:1']],
  ['xn--lcalhost-45a.com', ['127.0.0.1']],
  ['lоcalhost.com', ['127.0.0.1']],
  ['garbage.news.com', ['not an address']],
  ['dot.news.com.', ['127.0.0.1']]
];

async function refusal(
  address: string,
  resolve: (host: string) => Promise<readonly string[]>
): Promise<string> {
  try {
    await fetchPage(address, { resolve });
    return 'fetched';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.message).toMatch(/\.$/);
    return error.code;
  }
}

test('there are at least 60 hostile addresses', () => {
  expect(WITHOUT_LOOKING.length + BY_LOOKING.length).toBeGreaterThanOrEqual(60);
});

describe('is refused before anything is looked up', () => {
  test.each(WITHOUT_LOOKING)('%s', async (address, code) => {
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [];
    };
    expect([await refusal(address, resolve), asked]).toEqual([code, []]);
  });
});

describe('is refused for what its name leads to', () => {
  test.each(BY_LOOKING)('%s', async (name, addresses) => {
    expect(await refusal(`http://${name}/`, async () => addresses)).toBe('address-not-public');
  });
});

test('a name that leads nowhere is no site', async () => {
  const resolve = () => Promise.reject(new Error('ENOTFOUND'));
  expect(await refusal('https://nobody.news.com/', resolve)).toBe('unknown-site');
});

test.each(['8.8.8.8', '93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82f::200e'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  }
);
