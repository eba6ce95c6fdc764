/** Settings of the page that shows the widget. */
export interface Preset {
  /** Origin of the server, such as https://booking.example. */
  origin: string;
  /** Slug, ID or name of the branch. */
  branch: string;
  /** ID or name of a preselected service, which skips the service step. */
  service?: string | null | undefined;
  /** Whether this is our own page, whose browser history we may change. */
  isOnOwnPage?: boolean;
  /** Response to the salon query, if the page has already sent it. */
  salonResponse?: Promise<Response> | undefined;
  /** ID or name of the profile that is selected initially. */
  staff?: string | null | undefined;
  /** Language tag that comes before those that the browser prefers. */
  language?: string | undefined;
  /** Aborted when the widget is removed from the page; undefined: it stays. */
  removed?: AbortSignal | undefined;
}
