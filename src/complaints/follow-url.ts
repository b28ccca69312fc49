/** Where the filer follows a complaint, as a page. */
export const followUrl = (publicUrl: string, code: string) => `${publicUrl}/follow/${code}`;
