import { useQuery } from '@tanstack/react-query';
import { api, brought } from '../../api/client.ts';
import { inWords } from '../../words.ts';

/** Every mail that the program writes; a mail is called by its subject. */
export function useMailTemplates() {
  const { data, error, refetch } = useQuery({
    queryKey: ['mail-templates'],
    queryFn: () => brought(api.GET('/api/mail-templates')),
  });
  const nameOf = (name: string) => {
    const found = data?.find((one) => one.name === name);
    return found ? inWords(found.subject) : name;
  };
  return { list: data ?? [], isPending: !data && !error, error, refetch, nameOf };
}

export const useMailTemplate = (name: string) =>
  useQuery({
    queryKey: ['mail-templates', name],
    queryFn: () => brought(api.GET('/api/mail-templates/{name}', { params: { path: { name } } })),
  });
