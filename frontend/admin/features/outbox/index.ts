export { MailNotice } from './mail_notice';
