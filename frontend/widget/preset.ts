/** What whoever shows the booking has decided already. */
export interface Preset {
  /** Where the server is, such as https://booking.example. */
  origin: string;
  /** The slug of the branch. */
  branch: string;
  /** The ID of the service: it is not asked for. */
  service?: string | undefined;
  /** Whether the page is ours, and with it the history of its browser. */
  isOnOwnPage?: boolean;
  /** The answer to what is asked about the salon, if somebody has asked already. */
  salonAnswer?: Promise<Response> | undefined;
  /** The ID of the profile: it is chosen at first. */
  staff?: string | undefined;
}
