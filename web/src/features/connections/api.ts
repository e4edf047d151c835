import { type Connection, deleteConnection, patchConnection, postRefresh, postTest } from '@switchboard/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../lib/call.ts';

type Id = Connection['id'];

/** What a person can do with one connection, each refreshing what is shown. */
export function useConnectionActions(connectionId: Id) {
  const client = useQueryClient();
  const params = { connectionId };
  const onSettled = () => client.invalidateQueries({ queryKey: ['connections'] });
  return {
    test: useMutation({ mutationFn: () => call(postTest, { params }), onSettled }),
    refresh: useMutation({ mutationFn: () => call(postRefresh, { params }), onSettled }),
    change: useMutation({
      mutationFn: (body: { label?: string; defaultFor?: string[]; settings?: Record<string, string> }) =>
        call(patchConnection, { params, body }),
      onSettled,
    }),
    disconnect: useMutation({ mutationFn: () => call(deleteConnection, { params }), onSettled }),
  };
}
