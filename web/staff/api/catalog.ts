import { useQuery } from '@tanstack/react-query';
import { inWords, type Words } from '../words.ts';
import { api, brought } from './client.ts';

const kept = { staleTime: 10 * 60_000, gcTime: Infinity };

export const useCategories = () =>
  useQuery({
    queryKey: ['categories'],
    queryFn: () => brought(api.GET('/api/categories')),
    ...kept,
  });

export const useAgencies = () =>
  useQuery({ queryKey: ['agencies'], queryFn: () => brought(api.GET('/api/agencies')), ...kept });

export const useWards = () =>
  useQuery({ queryKey: ['areas'], queryFn: () => brought(api.GET('/api/areas')), ...kept });

type Named = readonly { code: string; name: Words }[] | undefined;

const nameIn = (list: Named, code: string | null) => {
  const found = list?.find((one) => one.code === code);
  return found ? inWords(found.name) : (code ?? '');
};

/** The names behind the codes that cases carry; the code itself until they are here. */
export function useNames() {
  const { data: categories } = useCategories();
  const { data: agencies } = useAgencies();
  const { data: wards } = useWards();
  return {
    category: (code: string | null) => nameIn(categories, code),
    agency: (code: string | null) => nameIn(agencies, code),
    ward: (code: string | null) => nameIn(wards, code),
  };
}
