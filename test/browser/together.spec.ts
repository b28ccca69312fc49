import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../platform/temporary.js';
import { caseIdOf } from '../world/complaints.js';
import { desk, Person } from './support/browser.js';
import { browser, stories, world } from './support/stage.js';
import { files, said, touch } from './support/touch.js';

const figure = async (page: Page, name: string) =>
  Number.parseInt((await page.locator(`[data-figure=${name}] .value a`).textContent()) ?? '', 10);

stories('one complaint, four browsers', () => {
  it('goes from filing to rating, each seeing what the others do, over a line that is cut', async () => {
    const citizen = await Person.with(browser, world, touch);
    const operator = await Person.staff(browser, world, 'truc.tong.dai.1', { viewport: desk });
    const officer = await Person.staff(browser, world, 'hapulico.can.bo', touch);
    const leader = await Person.staff(browser, world, 'lanh.dao', { viewport: desk });
    const inHead = (text: string) =>
      operator.page.locator('.case-head').getByText(text).first().waitFor();
    const sends = async () => {
      await operator.page.keyboard.press('Control+Enter');
      await operator.page.getByText(/: sắp gửi/).waitFor();
      await operator.page.keyboard.press('y');
    };
    const status = (text: string) => citizen.page.locator('.status', { hasText: text }).waitFor();

    await leader.page.goto('/city?period=today');
    await leader.page.locator('[data-figure=received]').waitFor();
    const received = await figure(leader.page, 'received');
    const resolved = await figure(leader.page, 'resolved');
    await operator.page.goto('/console?queue=triage');
    await operator.page.getByText('Trực tiếp').waitFor();
    await officer.page.goto('/agency');
    await officer.page.getByText('Trực tiếp').waitFor();

    // The citizen says it, and does not know what it is called.
    await citizen.page.goto('/file');
    await citizen.page.locator('#filing-root[data-ready]').waitFor();
    await citizen.page
      .getByLabel('Điều gì đang xảy ra?')
      .fill('Khu nhà tôi có chuyện này mong trung tâm xem giúp.');
    await citizen.page.getByLabel('Chưa rõ, nhờ Trung tâm chọn giúp').first().check();
    await citizen.page.getByLabel('Phường, xã').selectOption({ label: 'Phường Hai Bà Trưng' });
    await citizen.page.getByLabel('Địa chỉ hoặc mô tả chỗ đó').fill('20 phố Hòa Mã');
    await citizen.page.getByRole('button', { name: 'Gửi phản ánh' }).tap();
    await citizen.page.waitForURL('**/file/receipt/*');
    const code = (await citizen.page.locator('.code').textContent()) ?? '';
    const id = await caseIdOf(world, code);
    await citizen.page.goto(`/follow/${code}`);
    await citizen.page.getByText('Tự cập nhật').waitFor();

    // The operator is told of it without moving, finds the kind and the agency.
    await operator.page.getByRole('button', { name: '1 mới' }).click();
    await operator.page.locator(`#row-${id} .queue-open`).click();
    await operator.page.waitForURL(`**/console/cases/${id}`);
    await inHead('Mới tiếp nhận');
    await operator.page.keyboard.press('c');
    await operator.page.getByRole('form', { name: 'Phân loại' }).waitFor();
    await operator.page.keyboard.type('Đèn đường hỏng');
    await operator.page.getByRole('option', { name: 'Đèn đường hỏng' }).click();
    await sends();
    await citizen.page.getByText('Đèn đường hỏng, không sáng').first().waitFor();
    await operator.page.keyboard.press('a');
    const assign = operator.page.getByRole('form', { name: 'Phân công' });
    await assign.getByText('Quy tắc đề xuất, tin cậy').waitFor();
    await sends();
    await status('Đã phân công');

    // The officer's page says that there is something, while the citizen is in a tunnel.
    await citizen.context.setOffline(true);
    await officer.page.getByRole('button', { name: /Có 1 thay đổi/ }).tap();
    await officer.page.locator('#s-accept').getByRole('link').first().tap();
    await officer.page.getByRole('link', { name: /^Nhận việc/ }).tap();
    await officer.page.getByRole('radio', { name: /Bùi Thị Mai/ }).tap();
    await officer.page.getByRole('button', { name: 'Nhận việc' }).tap();
    await said(officer.page, 'Đã nhận việc.');
    await inHead('Đang xử lý');
    await officer.page.goto(`/agency/cases/${id}/ask`);
    await officer.page
      .getByRole('textbox', { name: 'Nội dung' })
      .fill('Cột đèn số mấy, bác cho biết với?');
    await officer.page.getByRole('button', { name: 'Gửi câu hỏi' }).tap();
    await said(officer.page, 'Đã gửi câu hỏi.');
    await citizen.context.setOffline(false);
    await status('Chờ bổ sung');

    // The question is answered while the operator's line is cut: all is there when it is back.
    await operator.context.setOffline(true);
    await citizen.page.getByLabel('Trả lời của bạn').fill('Từ cột số 14 đến cột số 18.');
    await citizen.page.getByRole('button', { name: 'Gửi trả lời', exact: true }).tap();
    await status('Đang xử lý');
    await officer.page.goto(`/agency/cases/${id}`);
    await officer.page.getByText('Từ cột số 14 đến cột số 18.').first().waitFor();
    await officer.page.getByRole('link', { name: 'Trả lời kết quả' }).tap();
    await officer.page.getByLabel('Kết quả xác minh').fill('Đúng: năm bóng hỏng.');
    await officer.page.getByLabel('Đã làm gì').fill('Đã thay năm bóng, tuyến phố đã sáng.');
    await officer.page.locator('[data-photos=camera]').setInputFiles(files(1));
    await officer.page.getByAltText('Ảnh 1').waitFor();
    await officer.page.getByRole('button', { name: 'Gửi trung tâm duyệt' }).tap();
    await said(officer.page, 'Đã gửi kết quả cho trung tâm duyệt.');
    await operator.context.setOffline(false);
    await operator.page.getByText('Từ cột số 14 đến cột số 18.').first().waitFor();
    await operator.page.getByText('Đã thay năm bóng').first().waitFor();

    await operator.page.keyboard.press('p');
    await operator.page.getByRole('form', { name: /Duyệt/ }).waitFor();
    await sends();
    await status('Đã giải quyết');
    await citizen.page.getByText('Đã thay năm bóng').first().waitFor();
    await officer.page.getByText('Đã giải quyết').first().waitFor();
    await eventually(async () => (await figure(leader.page, 'resolved')) === resolved + 1);
    expect(await figure(leader.page, 'received')).toBe(received + 1);

    await citizen.page.getByText('Đánh giá', { exact: true }).tap();
    await citizen.page.getByLabel('Rất hài lòng').check();
    await citizen.page.getByRole('button', { name: 'Gửi đánh giá' }).tap();
    await citizen.page.getByText('Cảm ơn bạn đã đánh giá').waitFor();
    await inHead('Kết thúc');
    await eventually(
      async () =>
        (await leader.page.locator('[data-figure=satisfied] .beside').first().textContent()) ===
        '1 trên 1',
    );
    const { timeline } = await (await world.operator()).sees(id);
    const steps = timeline.map(({ type }) => type).join(' ');
    expect(steps).toBe(
      'filed classified assigned accepted question_asked filer_replied noted answered published rated closed',
    );
    const cut = (fault: string) => fault.includes('ERR_INTERNET_DISCONNECTED');
    for (const { faults } of [citizen, operator, officer, leader])
      expect(faults.filter((fault) => !cut(fault))).toEqual([]);
  }, 240_000);
});
