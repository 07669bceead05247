/** The operations of Cognito's API that the local user pools have, by name. */
import {
  deleteUserAttributes,
  getUserAttributeVerificationCode,
  updateUserAttributes,
  verifyUserAttribute,
} from './attributes.ts';
import { deleteUser, getUser, globalSignOut, revokeToken } from './account.ts';
import * as administration from './administration.ts';
import { adminInitiateAuth, getTokensFromRefreshToken, initiateAuth } from './initiate-auth.ts';
import type { Operation } from './operation-context.ts';
import { changePassword, confirmForgotPassword, forgotPassword } from './passwords.ts';
import { respondToAuthChallenge } from './respond-to-challenge.ts';
import { confirmSignUp, resendConfirmationCode, signUp } from './sign-up.ts';

export const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['SignUp', signUp],
  ['ConfirmSignUp', confirmSignUp],
  ['ResendConfirmationCode', resendConfirmationCode],
  ['InitiateAuth', initiateAuth],
  ['RespondToAuthChallenge', respondToAuthChallenge],
  ['GetTokensFromRefreshToken', getTokensFromRefreshToken],
  ['ForgotPassword', forgotPassword],
  ['ConfirmForgotPassword', confirmForgotPassword],
  ['ChangePassword', changePassword],
  ['GetUser', getUser],
  ['UpdateUserAttributes', updateUserAttributes],
  ['DeleteUserAttributes', deleteUserAttributes],
  ['GetUserAttributeVerificationCode', getUserAttributeVerificationCode],
  ['VerifyUserAttribute', verifyUserAttribute],
  ['DeleteUser', deleteUser],
  ['GlobalSignOut', globalSignOut],
  ['RevokeToken', revokeToken],
  ['AdminCreateUser', administration.adminCreateUser],
  ['AdminConfirmSignUp', administration.adminConfirmSignUp],
  ['AdminSetUserPassword', administration.adminSetUserPassword],
  ['AdminInitiateAuth', adminInitiateAuth],
  ['AdminRespondToAuthChallenge', respondToAuthChallenge],
  ['AdminGetUser', administration.adminGetUser],
  ['AdminDeleteUser', administration.adminDeleteUser],
  ['AdminUserGlobalSignOut', administration.adminUserGlobalSignOut],
  ['AdminUpdateUserAttributes', administration.adminUpdateUserAttributes],
  ['AdminDeleteUserAttributes', administration.adminDeleteUserAttributes],
  ['AdminAddUserToGroup', administration.adminAddUserToGroup],
  ['AdminRemoveUserFromGroup', administration.adminRemoveUserFromGroup],
  ['AdminListGroupsForUser', administration.adminListGroupsForUser],
  ['ListUsers', administration.listUsers],
]);
