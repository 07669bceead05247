import { useId } from 'react';
import type { LoadState } from '../../api/load-state.ts';
import type { CustomersQuery } from '../../generated/graphql.ts';
import { LoadView } from '../../ui/load-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

export type StoreCustomer = CustomersQuery['customers']['items'][number];

interface CustomerChoiceProps {
  readonly customers: LoadState<readonly StoreCustomer[]>;
  readonly selectedId: string | undefined;
  readonly onChoose: (customerId: string) => void;
}

export function CustomerChoice({ customers, selectedId, onChoose }: CustomerChoiceProps) {
  const selectId = useId();
  return (
    <LoadView state={customers} what="customers" placeholder={<Skeleton rows={1} />}>
      {(choices) => (
        <div className="field">
          <label htmlFor={selectId}>Order as</label>
          <select
            id={selectId}
            value={selectedId ?? ''}
            onChange={(event) => onChoose(event.target.value)}
            data-testid="customer"
          >
            {choices.length === 0 && <option value="">No customers yet</option>}
            {choices.map(({ id, name, city, country }) => (
              <option key={id} value={id}>
                {name} · {city === null ? country : `${city}, ${country}`}
              </option>
            ))}
          </select>
        </div>
      )}
    </LoadView>
  );
}
