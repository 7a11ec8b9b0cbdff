/** The words of the panel around the canvas; the pages' own words are the server's. */
const vi = {
  saved: 'Đã lưu bản nháp số {0} lúc {1}.',
  draft: 'Bản nháp của bạn, lần lưu {0}',
  unsaved: 'Có thay đổi chưa lưu.',
  saving: 'Đang lưu…',
  checked: 'Đã kiểm tra lúc {0}.',
  errors: '{0} lỗi',
  warnings: '{0} cảnh báo',
  clean: 'Không có vấn đề nào.',
  error: 'Lỗi',
  warning: 'Cảnh báo',
  inFile: 'trong {0}',
  beside: '{0} vấn đề ở {1}',
  stale: 'Có người đã lưu trong lúc bạn đang sửa. Hãy tải lại trang để xem bản mới; thay đổi của bạn chưa được lưu.',
  tooLarge: 'Tệp lớn hơn 1 MB nên không lưu được.',
  offline: 'Không liên lạc được với máy chủ. Thay đổi vẫn còn ở đây; hãy thử lưu lại.',
  signedOut: 'Phiên làm việc đã hết. Hãy đăng nhập lại trong một thẻ khác rồi lưu.',
  refused: 'Máy chủ không nhận: {0}',
  unreadable: 'Không mở được mô hình này: {0}',
  template: 'Chọn mẫu cho phần tử',
  cancel: 'Hủy',
  canvas: 'Sơ đồ',
  noFit: 'Không có mẫu nào hợp với phần tử này.',
  views: 'Các bảng trong tệp',
  drd: 'Sơ đồ quyết định',
};

const en: typeof vi = {
  saved: 'Draft {0} saved at {1}.',
  draft: 'Your draft, save {0}',
  unsaved: 'There are unsaved changes.',
  saving: 'Saving…',
  checked: 'Checked at {0}.',
  errors: '{0} errors',
  warnings: '{0} warnings',
  clean: 'No problems.',
  error: 'Error',
  warning: 'Warning',
  inFile: 'in {0}',
  beside: '{0} problems at {1}',
  stale: 'Somebody saved while you were editing. Reload the page to see the new version; your changes are not saved.',
  tooLarge: 'The file is larger than 1 MB and cannot be saved.',
  offline: 'The server cannot be reached. Your changes are still here; try to save again.',
  signedOut: 'Your session has ended. Sign in again in another tab, then save.',
  refused: 'The server refused: {0}',
  unreadable: 'This model cannot be opened: {0}',
  template: 'Choose a template for the element',
  cancel: 'Cancel',
  canvas: 'Diagram',
  noFit: 'No template fits this element.',
  views: 'Tables of this file',
  drd: 'Decision diagram',
};

export const language: 'vi' | 'en' = document.documentElement.lang.startsWith('en') ? 'en' : 'vi';
const words = language === 'en' ? en : vi;

export function say(word: keyof typeof vi, ...values: (string | number)[]): string {
  return words[word].replace(/\{(\d)}/g, (_, n) => String(values[Number(n)] ?? ''));
}

export function clock(): string {
  return new Date().toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** The reader's half of “English · Tiếng Việt”, which is how the templates' file says both. */
export function half(both: string): string {
  const [english, vietnamese] = both.split(' · ');
  return (language === 'vi' && vietnamese) || english;
}
