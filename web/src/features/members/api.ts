import { deleteMember, type Member, patchMember } from '@switchboard/contracts';
import { call } from '../../lib/call.ts';

export const changeRole = ({ id, role }: { id: Member['id']; role: 'admin' | 'member' }) =>
  call(patchMember, { params: { memberId: id }, body: { role } });
export const removeMember = (id: Member['id']) => call(deleteMember, { params: { memberId: id } });
