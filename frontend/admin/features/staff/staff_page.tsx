export const StaffPage = () => null;
