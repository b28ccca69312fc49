import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { disposition, named } from '../../src/intake/files/file-name.js';
import { Gate } from '../../src/platform/gate.js';

describe('the name of a file', () => {
  it.each([
    ['../../etc/passwd', 'image/jpeg', 'passwd.jpg'],
    ['C:\\Ảnh\\đèn.JPEG', 'image/jpeg', 'đèn.JPEG'],
    ['page.html', 'application/pdf', 'page.html.pdf'],
    ['run.exe', 'image/png', 'run.exe.png'],
    ['scan.pdf', 'image/jpeg', 'scan.jpg'],
    ['ảnh.avif', 'image/jpeg', 'ảnh.jpg'],
    ['.jpg', 'image/jpeg', 'file.jpg'],
    ['', 'application/pdf', 'file.pdf'],
    ['đơn\u202Egpj.exe', 'image/jpeg', 'đơngpj.exe.jpg'],
    ['a\r\nSet-Cookie: x.png', 'image/png', 'aSet-Cookie: x.png'],
  ])('%j of %s is %s', (given, type, name) => {
    expect(named(given, type)).toBe(name);
  });

  it('is short and ends as its type does, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = named(given, 'application/pdf');
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).toMatch(/[^/\\]\.pdf$/i);
        expect(named(name, 'application/pdf')).toBe(name);
      }),
    );
  });

  it('can be written in a header and read back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = named(given, 'image/png');
        const header = disposition(name);
        const [, plain, whole] =
          /^attachment; filename="([\w. -]+)"; filename\*=UTF-8''([\w.!#$&+^`|~%-]+)$/.exec(
            header,
          )!;
        expect(plain!.endsWith('.png') || plain!.endsWith('.PNG')).toBe(/\.png$/i.test(name));
        expect(decodeURIComponent(whole!)).toBe(name);
      }),
    );
  });
});

describe('a gate', () => {
  it('lets two work at once and three wait, in their order', async () => {
    const gate = new Gate(2, 3);
    let most = 0;
    let running = 0;
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = Array.from({ length: 6 }, (_, at) =>
      gate.run(async () => {
        begun.push(at);
        most = Math.max(most, (running += 1));
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
      }),
    );
    await expect(all[5]).rejects.toMatchObject({ code: 'service.unavailable' });
    for (let at = 0; at < 5; at += 1) {
      ends[at]!();
      await all[at];
    }
    expect([most, begun]).toEqual([2, [0, 1, 2, 3, 4]]);
  });

  it('opens again after work that failed', async () => {
    const gate = new Gate(1, 1);
    const failing = gate.run(() => Promise.reject(new Error('no')));
    const next = gate.run(() => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
    expect(await gate.run(() => Promise.resolve('again'))).toBe('again');
  });
});
