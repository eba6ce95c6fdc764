import { run } from './api';
import { sessionOf } from './session';

const mutations = {
  staffCreate: 'mutation ($input: StaffCreateInput!) { answer: staffCreate(input: $input) { staff { id } userErrors { message } } }',
  competencies: 'mutation ($input: StaffCompetenciesSetInput!) { answer: staffCompetenciesSet(input: $input) { userErrors { message } } }',
  plans: 'mutation ($input: StaffWorkPlansReplaceInput!) { answer: staffWorkPlansReplace(input: $input) { userErrors { message } } }',
};

interface Payload {
  staff?: { id: string };
  userErrors: { message: string }[];
}

/** Makes staff who cut hair in the demo salon, each with shifts of their own; those of before keep theirs. */
export async function addStaff(origin: string, count: number) {
  async function change(mutation: keyof typeof mutations, input: object): Promise<Payload> {
    const { data, errors } = await run(origin, mutations[mutation], { input }, { cookie: sessionOf('clara') });
    const payload = data?.['answer'] as Payload | undefined;
    if (!payload || payload.userErrors.length > 0) {
      throw new TypeError(JSON.stringify(payload?.userErrors ?? errors));
    }
    return payload;
  }
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const { staff } = await change('staffCreate', { firstName: `Kollegin ${number}`, lastName: 'Beispiel', branchIds: ['brn_demo-mitte'] });
    ids.push(staff!.id);
    await change('competencies', { staffId: staff!.id, competencies: [{ categoryId: 'cat_demo-hair', qualified: true }] });
  }
  const days = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const plans = ids.map((staffId, index) => ({ staffId, shifts: days.map((weekday) => ({ weekday, from: `0${7 + (index % 3)}:00`, to: `${17 + (index % 4)}:30` })) }));
  await change('plans', { branchId: 'brn_demo-mitte', plans });
}
