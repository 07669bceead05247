/** The products of the storefront: page by page, searched as far as needed, with stock that follows movements. */
import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { describeFailure } from '../../api/graphql-problem.ts';
import type { LoadState } from '../../api/load-state.ts';
import { operationNameOf } from '../../api/query-key.ts';
import { request, type Answer } from '../../api/request.ts';
import { toNotice } from '../../api/use-load.ts';
import {
  ProductPageDocument,
  StockMovedDocument,
  type ProductCardFragment,
  type ProductPageQuery,
} from '../../generated/graphql.ts';
import { useLiveEvents } from '../connection/use-live-events.ts';
import { matchesText, withStock } from './product-filter.ts';

const PAGE_SIZE = 24;
const PRODUCT_PAGES = operationNameOf(ProductPageDocument);

type Pages = InfiniteData<Answer<ProductPageQuery>, string | undefined>;

export interface ProductSearch {
  readonly text: string;
  /** All categories when undefined. */
  readonly category: string | undefined;
}

export interface FoundProducts {
  readonly products: readonly ProductCardFragment[];
  readonly searchedCount: number;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
}

/** The API searches by category; words are looked for here, in as many pages as it takes to fill the screen. */
export function useProducts({ text, category }: ProductSearch): LoadState<FoundProducts> {
  const query = useInfiniteQuery({
    queryKey: [PRODUCT_PAGES, category],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) =>
      request(ProductPageDocument, {
        limit: PAGE_SIZE,
        ...(category !== undefined && { category }),
        ...(pageParam !== undefined && { nextToken: pageParam }),
      }),
    initialPageParam: undefined,
    getNextPageParam: (page: Answer<ProductPageQuery>) => page.data.products.nextToken ?? undefined,
  });
  useStockUpdates();

  const { data, isError, isFetchingNextPage, hasNextPage, fetchNextPage } = query;
  const loaded = data?.pages.flatMap((page) => page.data.products.items) ?? [];
  const products = loaded.filter((product) => matchesText(product, text));
  const shallSearchOn =
    text !== '' && products.length < PAGE_SIZE && hasNextPage && !isFetchingNextPage && !isError;
  useEffect(() => {
    if (shallSearchOn) void fetchNextPage();
  }, [shallSearchOn, fetchNextPage]);

  if (data === undefined) {
    return isError
      ? { kind: 'failed', reason: describeFailure(query.error), retry: () => void query.refetch() }
      : { kind: 'loading' };
  }
  return {
    kind: 'ready',
    data: {
      products,
      searchedCount: loaded.length,
      hasMore: hasNextPage,
      isLoadingMore: isFetchingNextPage,
      loadMore: () => void fetchNextPage(),
    },
    notices: [
      ...(isError ? [`Could not load more: ${describeFailure(query.error)}`] : []),
      ...data.pages.flatMap((page) => page.problems.map(toNotice)),
    ],
  };
}

function useStockUpdates(): void {
  const queryClient = useQueryClient();
  useLiveEvents(StockMovedDocument, {}, ({ data: { onStockMovement: movement } }) => {
    if (movement === null) return;
    queryClient.setQueriesData<Pages>({ queryKey: [PRODUCT_PAGES] }, (pages) =>
      pages === undefined
        ? undefined
        : { ...pages, pages: pages.pages.map((page) => withMovedStock(page, movement.product)) },
    );
  });
}

function withMovedStock(
  page: Answer<ProductPageQuery>,
  moved: Pick<ProductCardFragment, 'id' | 'stock'>,
): Answer<ProductPageQuery> {
  const { products } = page.data;
  return {
    ...page,
    data: { products: { ...products, items: withStock(products.items, moved.id, moved.stock) } },
  };
}
