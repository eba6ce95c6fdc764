/** Settings of the page that shows the widget. */
export interface Preset {
  /** Origin of the server, such as https://booking.example. */
  origin: string;
  /** Slug of the branch. */
  branch: string;
  /** ID of a preselected service, which skips the service step. */
  service?: string | undefined;
  /** Whether this is our own page, whose browser history we may change. */
  isOnOwnPage?: boolean;
  /** Response to the salon query, if the page has already sent it. */
  salonResponse?: Promise<Response> | undefined;
  /** ID of the profile that is selected initially. */
  staff?: string | undefined;
}
