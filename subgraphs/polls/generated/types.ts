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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** errorType InvalidPoll unless there are 2 to 20 different options. */
  readonly createPoll: Poll;
  readonly setPollOpen: Poll;
  /** errorType PollClosed, PollNotFound or OptionNotFound; nothing is counted then. */
  readonly vote: Poll;
};


export type MutationCreatePollArgs = {
  options: ReadonlyArray<Scalars['String']['input']>;
  question: Scalars['String']['input'];
};


export type MutationSetPollOpenArgs = {
  isOpen: Scalars['Boolean']['input'];
  pollId: Scalars['ID']['input'];
};


export type MutationVoteArgs = {
  optionId: Scalars['ID']['input'];
  pollId: Scalars['ID']['input'];
};

export type Poll = {
  readonly __typename?: 'Poll';
  readonly id: Scalars['ID']['output'];
  readonly isOpen: Scalars['Boolean']['output'];
  readonly options: ReadonlyArray<PollOption>;
  readonly question: Scalars['String']['output'];
  readonly totalVotes: Scalars['Int']['output'];
};

export type PollOption = {
  readonly __typename?: 'PollOption';
  readonly id: Scalars['ID']['output'];
  readonly label: Scalars['String']['output'];
  readonly votes: Scalars['Int']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  readonly poll?: Maybe<Poll>;
  /** Newest first. */
  readonly polls: ReadonlyArray<Poll>;
};


export type QueryPollArgs = {
  id: Scalars['ID']['input'];
};

export type Subscription = {
  readonly __typename?: 'Subscription';
  readonly onVote?: Maybe<Poll>;
};


export type SubscriptionOnVoteArgs = {
  pollId: Scalars['ID']['input'];
};
