/** Where staff open a case. */
export const caseUrl = (publicUrl: string, id: string) => `${publicUrl}/case/${id}`;

/** Where an agency without accounts works on the matter of its link. */
export const partnerUrl = (publicUrl: string, token: string) => `${publicUrl}/partner/${token}`;

/** Where staff set a new password. Behind #, so that no server and no log sees the token. */
export const resetUrl = (publicUrl: string, token: string) => `${publicUrl}/reset#${token}`;
