export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  AWSDate: { input: string; output: string; }
  AWSDateTime: { input: string; output: string; }
  AWSEmail: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** An amount in the minor unit of its currency: 1999 EUR is 19.99 EUR. */
export type Money = {
  readonly __typename?: 'Money';
  readonly amountMinor: Scalars['Int']['output'];
  readonly currency: Scalars['String']['output'];
};

export type MoneyInput = {
  readonly amountMinor: Scalars['Int']['input'];
  readonly currency: Scalars['String']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** errorType SkuTaken when another product has this sku. */
  readonly addProductDetails: Product;
  /** The removed product; null if there was none. */
  readonly removeProductDetails?: Maybe<Product>;
  /** errorType ProductNotFound when there is no such product. */
  readonly updateProductDetails: Product;
};


export type MutationAddProductDetailsArgs = {
  input: ProductDetailsInput;
};


export type MutationRemoveProductDetailsArgs = {
  id: Scalars['ID']['input'];
};


export type MutationUpdateProductDetailsArgs = {
  id: Scalars['ID']['input'];
  input: ProductDetailsPatch;
};

/** Something that the warehouse sells. */
export type Product = {
  readonly __typename?: 'Product';
  readonly category: Scalars['String']['output'];
  readonly createdAt: Scalars['AWSDateTime']['output'];
  readonly description?: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly price: Money;
  /** Stock keeping unit: unique, never changes. */
  readonly sku: Scalars['String']['output'];
  readonly updatedAt: Scalars['AWSDateTime']['output'];
  readonly weightGrams: Scalars['Int']['output'];
};

export type ProductConnection = {
  readonly __typename?: 'ProductConnection';
  readonly items: ReadonlyArray<Product>;
  readonly nextToken?: Maybe<Scalars['String']['output']>;
};

export type ProductDetailsInput = {
  readonly category: Scalars['String']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly price: MoneyInput;
  readonly sku: Scalars['String']['input'];
  readonly weightGrams: Scalars['Int']['input'];
};

/** Fields that are absent stay as they are; the sku can not change. */
export type ProductDetailsPatch = {
  readonly category?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly price?: InputMaybe<MoneyInput>;
  readonly weightGrams?: InputMaybe<Scalars['Int']['input']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** Names of the categories that have products, sorted. */
  readonly categories: ReadonlyArray<Scalars['String']['output']>;
  readonly product?: Maybe<Product>;
  readonly productBySku?: Maybe<Product>;
  /** Products by name, of one category or of all. */
  readonly products: ProductConnection;
};


export type QueryProductArgs = {
  id: Scalars['ID']['input'];
};


export type QueryProductBySkuArgs = {
  sku: Scalars['String']['input'];
};


export type QueryProductsArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  /** Products that were added, changed or removed, of one category or of all. */
  readonly onProductChanged?: Maybe<Product>;
};


export type SubscriptionOnProductChangedArgs = {
  category?: InputMaybe<Scalars['String']['input']>;
};
