/* eslint-disable */
import * as types from './graphql.js';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          hint\n          scopes\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.CreateTokenDocument,
    "\n  mutation RevokeToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n": typeof types.RevokeTokenDocument,
    "\n  query TokenPermissions {\n    viewer {\n      permissions\n    }\n  }\n": typeof types.TokenPermissionsDocument,
    "\n  query TokenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.TokenServersDocument,
    "\n  mutation TokenOrganization {\n    createOrganization(input: { name: \"By token\" }) {\n      __typename\n    }\n  }\n": typeof types.TokenOrganizationDocument,
    "\n          query TokenUse {\n            viewer {\n              accessTokens(last: 1) {\n                nodes {\n                  id\n                  lastUsedAt\n                }\n              }\n            }\n          }\n        ": typeof types.TokenUseDocument,
    "\n  mutation GuessedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.GuessedSignInDocument,
    "\n  query GuessedWho {\n    viewer {\n      __typename\n    }\n  }\n": typeof types.GuessedWhoDocument,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      __typename\n      ... on Refusal {\n        reason\n        path\n      }\n    }\n  }\n": typeof types.RequestEmailChangeDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      __typename\n      ... on ConfirmEmailChangeSuccess {\n        user {\n          email\n        }\n      }\n    }\n  }\n": typeof types.ConfirmEmailChangeDocument,
    "\n  mutation EmailChangeSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.EmailChangeSignInDocument,
    "\n  mutation EmailChangeReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": typeof types.EmailChangeResetDocument,
    "\n  mutation EmailChangeSetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n": typeof types.EmailChangeSetPasswordDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on InviteMemberSuccess {\n        invitation {\n          id\n          email\n          role\n          isLimited\n          sentAt\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.InviteMemberDocument,
    "\n  mutation ResendInvitation($input: ResendInvitationInput!) {\n    resendInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.ResendInvitationDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on AcceptInvitationSuccess {\n        role\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.AcceptInvitationDocument,
    "\n  query OpenInvitations($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        invitations(first: 50) {\n          nodes {\n            email\n          }\n        }\n      }\n    }\n  }\n": typeof types.OpenInvitationsDocument,
    "\n  query SeenByInvited {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.SeenByInvitedDocument,
    "\n  mutation FloodedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.FloodedSignInDocument,
    "\n  query FloodedWho {\n    viewer {\n      __typename\n    }\n  }\n": typeof types.FloodedWhoDocument,
    "\n  query Members($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      ... on Organization {\n        members(first: $first, after: $after) {\n          nodes {\n            id\n            email\n            name\n            role\n            isLimited\n            mailServers {\n              id\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) {\n      __typename\n      ... on UpdateMemberSuccess {\n        member {\n          role\n          isLimited\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.UpdateMemberDocument,
    "\n  mutation RemoveMember($input: RemoveMemberInput!) {\n    removeMember(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.TransferOwnershipDocument,
    "\n  mutation LeaveOrganization($input: LeaveOrganizationInput!) {\n    leaveOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.LeaveOrganizationDocument,
    "\n  query SeenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n    organizations {\n      nodes {\n        id\n      }\n    }\n    viewer {\n      permissions\n    }\n  }\n": typeof types.SeenServersDocument,
    "\n  mutation RenameServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.RenameServerDocument,
    "\n  mutation SecondServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n": typeof types.SecondServerDocument,
    "\n        query ForeignMembers($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      ": typeof types.ForeignMembersDocument,
    "\n        mutation MemberToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      ": typeof types.MemberTokenDocument,
    "\n  query OidcWho {\n    viewer {\n      user {\n        email\n      }\n      sessions {\n        nodes {\n          id\n        }\n      }\n      oidcIdentities {\n        nodes {\n          id\n          issuer\n          subject\n        }\n      }\n    }\n  }\n": typeof types.OidcWhoDocument,
    "\n  query OidcMethods {\n    signInMethods {\n      password\n      oidc {\n        name\n        startUrl\n      }\n    }\n  }\n": typeof types.OidcMethodsDocument,
    "\n  mutation OidcUnlink($input: UnlinkOidcIdentityInput!) {\n    unlinkOidcIdentity(input: $input) {\n      __typename\n    }\n  }\n": typeof types.OidcUnlinkDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) {\n      __typename\n      ... on CreateOrganizationSuccess {\n        organization {\n          id\n          name\n          slug\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.CreateOrganizationDocument,
    "\n  query OrganizationPage($first: Int, $after: String, $last: Int, $before: String) {\n    organizations(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": typeof types.OrganizationPageDocument,
    "\n      mutation SuspendOrganization($input: SuspendOrganizationInput!) {\n        suspendOrganization(input: $input) {\n          __typename\n          ... on SuspendOrganizationSuccess {\n            organization {\n              suspendedAt\n              suspensionReason\n            }\n          }\n        }\n      }\n    ": typeof types.SuspendOrganizationDocument,
    "\n        mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) {\n          unsuspendOrganization(input: $input) {\n            __typename\n            ... on UnsuspendOrganizationSuccess {\n              organization {\n                suspendedAt\n                suspensionReason\n              }\n            }\n          }\n        }\n      ": typeof types.UnsuspendOrganizationDocument,
    "\n  mutation RequestReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n      ... on RequestPasswordResetSuccess {\n        requested\n      }\n    }\n  }\n": typeof types.RequestResetDocument,
    "\n  mutation Reset($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n": typeof types.ResetDocument,
    "\n  mutation ResetSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.ResetSignInDocument,
    "\n  query ResetWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n": typeof types.ResetWhoDocument,
    "\n  mutation SessionSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.SessionSignInDocument,
    "\n  query Sessions {\n    viewer {\n      sessions(last: 10) {\n        nodes {\n          id\n          isCurrent\n          ipAddress\n          userAgent\n          createdAt\n          lastUsedAt\n        }\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  mutation RevokeSession($input: RevokeSessionInput!) {\n    revokeSession(input: $input) {\n      __typename\n    }\n  }\n": typeof types.RevokeSessionDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      __typename\n      ... on SignOutEverywhereSuccess {\n        endedSessions\n      }\n    }\n  }\n": typeof types.SignOutEverywhereDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInSuccess {\n        user {\n          email\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n      }\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SetUp($input: SignInWithSetupSecretInput!) {\n    signInWithSetupSecret(input: $input) {\n      __typename\n    }\n  }\n": typeof types.SetUpDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n    }\n  }\n": typeof types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut {\n      __typename\n    }\n  }\n": typeof types.SignOutDocument,
    "\n  query Who {\n    viewer {\n      user {\n        email\n      }\n      permissions\n    }\n  }\n": typeof types.WhoDocument,
    "\n  query SystemMessages($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        name\n        organization {\n          name\n        }\n        messages(first: 5) {\n          nodes {\n            door\n            from\n            subject\n            raw\n            deliveries(first: 1) {\n              nodes {\n                id\n                status\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.SystemMessagesDocument,
    "\n  mutation CancelSystemMail($input: CancelDeliveriesInput!) {\n    cancelDeliveries(input: $input) {\n      __typename\n    }\n  }\n": typeof types.CancelSystemMailDocument,
    "\n  query ForeignNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n": typeof types.ForeignNodesDocument,
    "\n        mutation TenantToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n              accessToken {\n                id\n              }\n            }\n          }\n        }\n      ": typeof types.TenantTokenDocument,
    "\n        query OwnServers {\n          mailServers {\n            nodes {\n              id\n              domains {\n                nodes {\n                  name\n                }\n              }\n            }\n          }\n        }\n      ": typeof types.OwnServersDocument,
    "\n      mutation ForeignChanges($organization: ID!, $server: ID!, $credential: ID!, $domain: ID!) {\n        a: suspendOrganization(input: { organizationId: $organization, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        b: createMailServer(input: { organizationId: $organization, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        c: updateMailServer(input: { mailServerId: $server, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        d: suspendMailServer(input: { mailServerId: $server, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        e: createCredential(input: { mailServerId: $server, type: API, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        f: updateCredential(input: { credentialId: $credential, hold: true }) {\n          __typename\n          ...Why\n        }\n        g: revokeCredential(input: { credentialId: $credential }) {\n          __typename\n          ...Why\n        }\n        h: createDomain(input: { organizationId: $organization, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        i: createDomain(input: { mailServerId: $server, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        j: checkDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n        k: deleteDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n      }\n\n      fragment Why on Refusal {\n        code\n        reason\n      }\n    ": typeof types.ForeignChangesDocument,
    "\n  mutation MatrixPersonalToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.MatrixPersonalTokenDocument,
    "\n  mutation MatrixOrganizationToken($input: CreateOrganizationTokenInput!) {\n    createOrganizationToken(input: $input) {\n      __typename\n      ... on CreateOrganizationTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.MatrixOrganizationTokenDocument,
    "\n  mutation MatrixRevokePersonal($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n    }\n  }\n": typeof types.MatrixRevokePersonalDocument,
    "\n  mutation MatrixRevokeOfOrganization($input: RevokeOrganizationTokenInput!) {\n    revokeOrganizationToken(input: $input) {\n      __typename\n    }\n  }\n": typeof types.MatrixRevokeOfOrganizationDocument,
    "\n  query MatrixServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.MatrixServersDocument,
    "\n  query MatrixTokens($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        accessTokens {\n          nodes {\n            id\n            lastUsedAt\n            lastUsedIp\n          }\n        }\n      }\n    }\n  }\n": typeof types.MatrixTokensDocument,
    "\n        query MatrixForeign($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      ": typeof types.MatrixForeignDocument,
    "\n  mutation TotpBegin($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      __typename\n      ... on BeginTotpSuccess {\n        secret\n        otpauthUrl\n      }\n    }\n  }\n": typeof types.TotpBeginDocument,
    "\n  mutation TotpConfirm($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      __typename\n      ... on ConfirmTotpSuccess {\n        recoveryCodes\n      }\n    }\n  }\n": typeof types.TotpConfirmDocument,
    "\n  mutation TotpDisable($input: DisableTotpInput!) {\n    disableTotp(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TotpDisableDocument,
    "\n  mutation TotpRenew($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      __typename\n      ... on RenewRecoveryCodesSuccess {\n        recoveryCodes\n      }\n    }\n  }\n": typeof types.TotpRenewDocument,
    "\n  mutation TotpSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on TotpRequired {\n        challenge\n      }\n    }\n  }\n": typeof types.TotpSignInDocument,
    "\n  mutation TotpSecondStep($input: SignInWithTotpInput!) {\n    signInWithTotp(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TotpSecondStepDocument,
    "\n  query TotpState {\n    viewer {\n      totp {\n        recoveryCodesLeft\n      }\n    }\n  }\n": typeof types.TotpStateDocument,
    "\n  query Users($first: Int) {\n    users(first: $first) {\n      nodes {\n        id\n        email\n        isAdministrator\n      }\n    }\n  }\n": typeof types.UsersDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserSuccess {\n        user {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      __typename\n      ... on UpdateUserSuccess {\n        user {\n          name\n          email\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  mutation SetUserAdministrator($input: SetUserAdministratorInput!) {\n    setUserAdministrator(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.SetUserAdministratorDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.DeleteUserDocument,
    "\n  query WhoAsUser {\n    viewer {\n      permissions\n      user {\n        id\n        name\n      }\n    }\n  }\n": typeof types.WhoAsUserDocument,
    "\n        mutation UpdateProfile {\n          updateProfile(input: { name: \"  Renamed  \" }) {\n            ... on UpdateProfileSuccess {\n              user {\n                name\n              }\n            }\n          }\n        }\n      ": typeof types.UpdateProfileDocument,
    "\n        mutation NarrowToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      ": typeof types.NarrowTokenDocument,
    "\n  mutation TimedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TimedSignInDocument,
    "\n  query TimedWho {\n    viewer {\n      __typename\n    }\n  }\n": typeof types.TimedWhoDocument,
    "\n  mutation TimedReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TimedResetDocument,
    "\n    mutation Retry($ids: [ID!]!) {\n      retryDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on RetryDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.RetryDocument,
    "\n    mutation Cancel($ids: [ID!]!) {\n      cancelDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on CancelDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.CancelDocument,
    "\n    mutation Release($ids: [ID!]!) {\n      releaseDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on ReleaseDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.ReleaseDocument,
    "\n  mutation RegisterDocuments($input: RegisterDocumentsInput!) {\n    registerDocuments(input: $input) {\n      __typename\n      ... on RegisterDocumentsSuccess {\n        documents {\n          id\n          documentId\n          text\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": typeof types.RegisterDocumentsDocument,
    "\n  mutation DeleteDocuments($input: DeleteDocumentsInput!) {\n    deleteDocuments(input: $input) {\n      __typename\n      ... on DeleteDocumentsSuccess {\n        documentIds\n      }\n    }\n  }\n": typeof types.DeleteDocumentsDocument,
    "\n  query KeptDocuments($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        documents(first: 100) {\n          nodes {\n            documentId\n          }\n        }\n      }\n    }\n  }\n": typeof types.KeptDocumentsDocument,
    "\n    mutation RevokeUnderSocket($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.RevokeUnderSocketDocument,
    "\n    mutation SignOutUnderSocket {\n      signOut {\n        __typename\n      }\n    }\n  ": typeof types.SignOutUnderSocketDocument,
    "\n    mutation DeleteUnderSocket($input: DeleteUserInput!) {\n      deleteUser(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.DeleteUnderSocketDocument,
    "\n  mutation Send($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n          mailFrom\n          from\n          tag\n          metadata\n          door\n          clientIp\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": typeof types.SendDocument,
    "\n  mutation SendMany($input: SendMessagesInput!) {\n    sendMessages(input: $input) {\n      __typename\n      ... on SendMessagesSuccess {\n        results {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n              subject\n            }\n          }\n          ... on Refusal {\n            code\n            path\n          }\n        }\n      }\n    }\n  }\n": typeof types.SendManyDocument,
    "\n  mutation SendRaw($input: SendRawMessageInput!) {\n    sendRawMessage(input: $input) {\n      __typename\n      ... on SendRawMessageSuccess {\n        message {\n          id\n          subject\n          mailFrom\n          sizeBytes\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": typeof types.SendRawDocument,
    "\n  query Story($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        subject\n        deliveries(first: 10) {\n          nodes {\n            recipient\n            status\n            nextAttemptAt\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  reply\n                  enhancedCode\n                }\n                decision {\n                  ipAddress {\n                    address\n                  }\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                }\n                transcript\n                startedAt\n                durationMs\n              }\n            }\n          }\n        }\n        events(first: 50) {\n          nodes {\n            kind\n            at\n          }\n        }\n        domain {\n          name\n          checks {\n            kind\n            status\n            expected\n            found\n          }\n        }\n      }\n    }\n  }\n": typeof types.StoryDocument,
    "\n  query StoriesOfMany($first: Int!) {\n    mailServers(first: 5) {\n      nodes {\n        messages(first: $first) {\n          nodes {\n            subject\n            deliveries(first: 2) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    number\n                  }\n                }\n                message {\n                  id\n                }\n              }\n            }\n            events(first: 2) {\n              nodes {\n                kind\n                delivery {\n                  recipient\n                }\n              }\n            }\n            domain {\n              name\n            }\n            mailServer {\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.StoriesOfManyDocument,
    "\n    mutation LeaveAsStaff($input: LeaveOrganizationInput!) {\n      leaveOrganization(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.LeaveAsStaffDocument,
    "\n    query TracesOfStaff($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on Organization {\n          auditLog(first: 10, filter: { actions: [\"mailServer.readByStaff\"] }) {\n            nodes {\n              actor {\n                kind\n                userId\n              }\n              mailServerId\n              ipAddress\n            }\n          }\n        }\n      }\n    }\n  ": typeof types.TracesOfStaffDocument,
    "\n        query LabelsOf($id: ID!) {\n          node(id: $id) {\n            ... on Message {\n              tag\n              metadata\n            }\n          }\n        }\n      ": typeof types.LabelsOfDocument,
    "\n        mutation SendWrongMetadata($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n          }\n        }\n      ": typeof types.SendWrongMetadataDocument,
    "\n      mutation TryValue($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    ": typeof types.TryValueDocument,
    "\n      mutation TryRawValue($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    ": typeof types.TryRawValueDocument,
    "\n      mutation AllowSender($input: UpdateMailServerInput!) {\n        updateMailServer(input: $input) {\n          __typename\n        }\n      }\n    ": typeof types.AllowSenderDocument,
    "\n      mutation SendAs($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n        }\n      }\n    ": typeof types.SendAsDocument,
    "\n  mutation SetPostmaster($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.SetPostmasterDocument,
    "\n  mutation LimitServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.LimitServerDocument,
    "\n  query SendUsage($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        sendLimit\n        sendUsage {\n          limit\n          used\n        }\n      }\n    }\n  }\n": typeof types.SendUsageDocument,
    "\n  query SendLimitEvents($id: ID!, $kinds: [EventKind!]!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100, filter: { kinds: $kinds }) {\n          nodes {\n            recipient\n            reason\n            nextAttemptAt\n          }\n        }\n      }\n    }\n  }\n": typeof types.SendLimitEventsDocument,
    "\n  mutation ChangeWaiting($retry: RetryDeliveriesInput!, $cancel: CancelDeliveriesInput!) {\n    retryDeliveries(input: $retry) {\n      __typename\n    }\n    cancelDeliveries(input: $cancel) {\n      __typename\n    }\n  }\n": typeof types.ChangeWaitingDocument,
    "\n  query CheckRecords($id: ID!) {\n    node(id: $id) {\n      ... on Domain {\n        records {\n          purpose\n          name\n          value\n        }\n        dkimKeys {\n          algorithm\n          seenPublishedAt\n        }\n      }\n    }\n  }\n": typeof types.CheckRecordsDocument,
    "\n  mutation CreateDomain($input: CreateDomainInput!) {\n    createDomain(input: $input) {\n      __typename\n      ... on CreateDomainSuccess {\n        domain {\n          id\n          name\n          unicodeName\n          verifiedAt\n          checks {\n            kind\n          }\n          records {\n            purpose\n            type\n            name\n            value\n            isRequired\n          }\n          dkimKeys {\n            algorithm\n            selector\n            seenPublishedAt\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CreateDomainDocument,
    "\n  query DomainEvents($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100) {\n          nodes {\n            kind\n            check\n          }\n        }\n      }\n    }\n  }\n": typeof types.DomainEventsDocument,
    "\n        mutation SecondServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n          }\n        }\n      ": typeof types.SecondServerDocument,
    "\n        mutation DeleteDomain($input: DeleteDomainInput!) {\n          deleteDomain(input: $input) {\n            __typename\n          }\n        }\n      ": typeof types.DeleteDomainDocument,
    "\n            query Proof($id: ID!) {\n              node(id: $id) {\n                ... on Domain {\n                  records {\n                    value\n                  }\n                }\n              }\n            }\n          ": typeof types.ProofDocument,
    "\n        mutation SendToNoAddress($input: SendRawMessageInput!) {\n          sendRawMessage(input: $input) {\n            __typename\n          }\n        }\n      ": typeof types.SendToNoAddressDocument,
    "\n      query FirstAttempts($id: ID!) {\n        node(id: $id) {\n          ... on Message {\n            deliveries(first: 100) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    outcome {\n                      kind\n                      code\n                      enhancedCode\n                      stage\n                      reply\n                    }\n                    decision {\n                      host\n                      address\n                      port\n                      reasons {\n                        rule\n                        because\n                      }\n                    }\n                    transcript\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    ": typeof types.FirstAttemptsDocument,
    "\n  mutation TrustingSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TrustingSignInDocument,
    "\n  query TrustingWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n": typeof types.TrustingWhoDocument,
    "\n  query TrustingMuch {\n    mailServers(first: 50) {\n      nodes {\n        messages(first: 20) {\n          nodes {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.TrustingMuchDocument,
    "\n  mutation TrustingInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TrustingInviteDocument,
    "\n  mutation TrustingReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TrustingResetDocument,
    "\n  mutation TrustingSend($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n    }\n  }\n": typeof types.TrustingSendDocument,
    "\n      query DkimRecordsOf($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              name\n            }\n          }\n        }\n      }\n    ": typeof types.DkimRecordsOfDocument,
    "\n  query RetainedContent($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n": typeof types.RetainedContentDocument,
    "\n  mutation RetryExpired($ids: [ID!]!) {\n    retryDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on RetryDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": typeof types.RetryExpiredDocument,
    "\n  mutation CancelRetained($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on CancelDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": typeof types.CancelRetainedDocument,
    "\n  mutation ReleaseRetained($ids: [ID!]!) {\n    releaseDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on ReleaseDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": typeof types.ReleaseRetainedDocument,
    "\n  mutation SendHeld($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n        }\n      }\n    }\n  }\n": typeof types.SendHeldDocument,
    "\n  mutation KeepFor($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n      ... on LimitMailServerSuccess {\n        mailServer {\n          contentRetentionDays\n          messageRetentionDays\n        }\n      }\n    }\n  }\n": typeof types.KeepForDocument,
    "\n  query KeptMessage($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n": typeof types.KeptMessageDocument,
    "\n  mutation CancelKept($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n    }\n  }\n": typeof types.CancelKeptDocument,
    "\n  mutation LimitCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n      ... on UpdateCredentialSuccess {\n        credential {\n          hold\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.LimitCredentialDocument,
    "\n  mutation CreateLimitedCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        credential {\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.CreateLimitedCredentialDocument,
    "\n  query LimitedWho {\n    viewer {\n      mailServer {\n        id\n      }\n    }\n  }\n": typeof types.LimitedWhoDocument,
    "\n  query RefusedCredentials($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        auditLog(first: 100, filter: { actions: [\"credential.refused\"] }) {\n          nodes {\n            ipAddress\n            subjectId\n          }\n        }\n      }\n    }\n  }\n": typeof types.RefusedCredentialsDocument,
    "\n  mutation AnyCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        secret\n        credential {\n          id\n          type\n          username\n          network\n          hint\n          hold\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": typeof types.AnyCredentialDocument,
    "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      __typename\n      ... on RevokeCredentialSuccess {\n        credential {\n          revokedAt\n        }\n      }\n    }\n  }\n": typeof types.RevokeCredentialDocument,
    "\n  mutation HoldCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n    }\n  }\n": typeof types.HoldCredentialDocument,
    "\n  query OwnServer {\n    viewer {\n      permissions\n      user {\n        id\n      }\n      mailServer {\n        id\n      }\n    }\n  }\n": typeof types.OwnServerDocument,
    "\n            query CredentialUse($id: ID!) {\n              node(id: $id) {\n                ... on Credential {\n                  lastUsedAt\n                }\n              }\n            }\n          ": typeof types.CredentialUseDocument,
    "\n        mutation SendHeld($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n              }\n            }\n          }\n        }\n      ": typeof types.SendHeldDocument,
    "\n  mutation DeleteMailServer($input: DeleteMailServerInput!) {\n    deleteMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.DeleteMailServerDocument,
    "\n  mutation RestoreMailServer($input: RestoreMailServerInput!) {\n    restoreMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.RestoreMailServerDocument,
    "\n  mutation DeleteOrganization($input: DeleteOrganizationInput!) {\n    deleteOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.DeleteOrganizationDocument,
    "\n  mutation RestoreOrganization($input: RestoreOrganizationInput!) {\n    restoreOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": typeof types.RestoreOrganizationDocument,
    "\n  query KnownObjects($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n": typeof types.KnownObjectsDocument,
    "\n  mutation LimitDeletedServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.LimitDeletedServerDocument,
    "\n  mutation CreateServerAgain($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n": typeof types.CreateServerAgainDocument,
    "\n  query ListedServers {\n    mailServers(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": typeof types.ListedServersDocument,
    "\n  mutation CreateServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on SlugTaken {\n        slug\n        path\n      }\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n          slug\n          token\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n          organization {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.CreateServerDocument,
    "\n  mutation UpdateServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n      ... on UpdateMailServerSuccess {\n        mailServer {\n          name\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n        }\n      }\n    }\n  }\n": typeof types.UpdateServerDocument,
    "\n  mutation SuspendServer($input: SuspendMailServerInput!) {\n    suspendMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.SuspendServerDocument,
    "\n  mutation UnsuspendServer($input: UnsuspendMailServerInput!) {\n    unsuspendMailServer(input: $input) {\n      __typename\n    }\n  }\n": typeof types.UnsuspendServerDocument,
    "\n  query ServerTree($first: Int!) {\n    organizations(first: $first) {\n      nodes {\n        mailServers(first: 2) {\n          nodes {\n            id\n            credentials(first: 2) {\n              nodes {\n                type\n              }\n            }\n            domains(first: 2) {\n              nodes {\n                name\n                checks {\n                  kind\n                }\n                dkimKeys {\n                  selector\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": typeof types.ServerTreeDocument,
    "\n    mutation RevokeOfOpenSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.RevokeOfOpenSessionDocument,
    "\n    mutation HoldOfOpenSession($input: UpdateCredentialInput!) {\n      updateCredential(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.HoldOfOpenSessionDocument,
    "\n      mutation SendEnvelope($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n        }\n      }\n    ": typeof types.SendEnvelopeDocument,
    "\n    mutation RevokeOfIdleSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.RevokeOfIdleSessionDocument,
    "\n    query NameUnderSession($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on MailServer {\n          name\n        }\n      }\n    }\n  ": typeof types.NameUnderSessionDocument,
    "\n    mutation DeleteUnderSession($input: DeleteMailServerInput!) {\n      deleteMailServer(input: $input) {\n        __typename\n      }\n    }\n  ": typeof types.DeleteUnderSessionDocument,
    "\n      mutation TestAccessToken($input: CreateAccessTokenInput!) {\n        createAccessToken(input: $input) {\n          __typename\n          ... on CreateAccessTokenSuccess {\n            secret\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestAccessTokenDocument,
    "\n      mutation FirstSignIn($input: SignInWithSetupSecretInput!) {\n        signInWithSetupSecret(input: $input) {\n          __typename\n        }\n      }\n    ": typeof types.FirstSignInDocument,
    "\n      mutation TestUser($input: CreateUserInput!) {\n        createUser(input: $input) {\n          __typename\n          ... on CreateUserSuccess {\n            user {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestUserDocument,
    "\n      mutation TestSignIn($input: SignInInput!) {\n        signIn(input: $input) {\n          __typename\n        }\n      }\n    ": typeof types.TestSignInDocument,
    "\n      mutation TestMember($input: AddMemberInput!) {\n        addMember(input: $input) {\n          __typename\n          ... on AddMemberSuccess {\n            member {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestMemberDocument,
    "\n      mutation TestSendRaw($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n            path\n          }\n        }\n      }\n    ": typeof types.TestSendRawDocument,
    "\n  query MessageState($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        id\n        subject\n        sizeBytes\n        deliveries(first: 10) {\n          nodes {\n            id\n            recipient\n            status\n            attemptCount\n            nextAttemptAt\n            heldBecause\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  code\n                  enhancedCode\n                  reply\n                  stage\n                }\n                decision {\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                  signatures {\n                    domain\n                    selector\n                    algorithm\n                  }\n                }\n                transcript\n              }\n            }\n          }\n        }\n        events(first: 20) {\n          nodes {\n            kind\n            at\n            cursor\n            recipient\n          }\n        }\n      }\n    }\n  }\n": typeof types.MessageStateDocument,
    "\n        mutation TestMailServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n            ... on Refusal {\n              reason\n            }\n          }\n        }\n      ": typeof types.TestMailServerDocument,
    "\n        mutation TestSend($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n                subject\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n              path\n            }\n          }\n        }\n      ": typeof types.TestSendDocument,
    "\n      mutation TestOrganization($input: CreateOrganizationInput!) {\n        createOrganization(input: $input) {\n          __typename\n          ... on CreateOrganizationSuccess {\n            organization {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestOrganizationDocument,
    "\n      mutation TestCredential($input: CreateCredentialInput!) {\n        createCredential(input: $input) {\n          __typename\n          ... on CreateCredentialSuccess {\n            secret\n            credential {\n              id\n              username\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestCredentialDocument,
    "\n      mutation TestDomain($input: CreateDomainInput!) {\n        createDomain(input: $input) {\n          __typename\n          ... on CreateDomainSuccess {\n            domain {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n          }\n        }\n      }\n    ": typeof types.TestDomainDocument,
    "\n      query TestRecords($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              type\n              name\n              value\n            }\n          }\n        }\n      }\n    ": typeof types.TestRecordsDocument,
    "\n      mutation TestCheck($input: CheckDomainInput!) {\n        checkDomain(input: $input) {\n          __typename\n          ... on CheckDomainSuccess {\n            domain {\n              id\n              verifiedAt\n              checks {\n                kind\n                status\n                expected\n                found\n                fix\n              }\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": typeof types.TestCheckDocument,
};
const documents: Documents = {
    "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          hint\n          scopes\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.CreateTokenDocument,
    "\n  mutation RevokeToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n": types.RevokeTokenDocument,
    "\n  query TokenPermissions {\n    viewer {\n      permissions\n    }\n  }\n": types.TokenPermissionsDocument,
    "\n  query TokenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": types.TokenServersDocument,
    "\n  mutation TokenOrganization {\n    createOrganization(input: { name: \"By token\" }) {\n      __typename\n    }\n  }\n": types.TokenOrganizationDocument,
    "\n          query TokenUse {\n            viewer {\n              accessTokens(last: 1) {\n                nodes {\n                  id\n                  lastUsedAt\n                }\n              }\n            }\n          }\n        ": types.TokenUseDocument,
    "\n  mutation GuessedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.GuessedSignInDocument,
    "\n  query GuessedWho {\n    viewer {\n      __typename\n    }\n  }\n": types.GuessedWhoDocument,
    "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      __typename\n      ... on Refusal {\n        reason\n        path\n      }\n    }\n  }\n": types.RequestEmailChangeDocument,
    "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      __typename\n      ... on ConfirmEmailChangeSuccess {\n        user {\n          email\n        }\n      }\n    }\n  }\n": types.ConfirmEmailChangeDocument,
    "\n  mutation EmailChangeSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.EmailChangeSignInDocument,
    "\n  mutation EmailChangeReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": types.EmailChangeResetDocument,
    "\n  mutation EmailChangeSetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n": types.EmailChangeSetPasswordDocument,
    "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on InviteMemberSuccess {\n        invitation {\n          id\n          email\n          role\n          isLimited\n          sentAt\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.InviteMemberDocument,
    "\n  mutation ResendInvitation($input: ResendInvitationInput!) {\n    resendInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.ResendInvitationDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on AcceptInvitationSuccess {\n        role\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.AcceptInvitationDocument,
    "\n  query OpenInvitations($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        invitations(first: 50) {\n          nodes {\n            email\n          }\n        }\n      }\n    }\n  }\n": types.OpenInvitationsDocument,
    "\n  query SeenByInvited {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": types.SeenByInvitedDocument,
    "\n  mutation FloodedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.FloodedSignInDocument,
    "\n  query FloodedWho {\n    viewer {\n      __typename\n    }\n  }\n": types.FloodedWhoDocument,
    "\n  query Members($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      ... on Organization {\n        members(first: $first, after: $after) {\n          nodes {\n            id\n            email\n            name\n            role\n            isLimited\n            mailServers {\n              id\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) {\n      __typename\n      ... on UpdateMemberSuccess {\n        member {\n          role\n          isLimited\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.UpdateMemberDocument,
    "\n  mutation RemoveMember($input: RemoveMemberInput!) {\n    removeMember(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.TransferOwnershipDocument,
    "\n  mutation LeaveOrganization($input: LeaveOrganizationInput!) {\n    leaveOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.LeaveOrganizationDocument,
    "\n  query SeenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n    organizations {\n      nodes {\n        id\n      }\n    }\n    viewer {\n      permissions\n    }\n  }\n": types.SeenServersDocument,
    "\n  mutation RenameServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.RenameServerDocument,
    "\n  mutation SecondServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n": types.SecondServerDocument,
    "\n        query ForeignMembers($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      ": types.ForeignMembersDocument,
    "\n        mutation MemberToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      ": types.MemberTokenDocument,
    "\n  query OidcWho {\n    viewer {\n      user {\n        email\n      }\n      sessions {\n        nodes {\n          id\n        }\n      }\n      oidcIdentities {\n        nodes {\n          id\n          issuer\n          subject\n        }\n      }\n    }\n  }\n": types.OidcWhoDocument,
    "\n  query OidcMethods {\n    signInMethods {\n      password\n      oidc {\n        name\n        startUrl\n      }\n    }\n  }\n": types.OidcMethodsDocument,
    "\n  mutation OidcUnlink($input: UnlinkOidcIdentityInput!) {\n    unlinkOidcIdentity(input: $input) {\n      __typename\n    }\n  }\n": types.OidcUnlinkDocument,
    "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) {\n      __typename\n      ... on CreateOrganizationSuccess {\n        organization {\n          id\n          name\n          slug\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.CreateOrganizationDocument,
    "\n  query OrganizationPage($first: Int, $after: String, $last: Int, $before: String) {\n    organizations(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n": types.OrganizationPageDocument,
    "\n      mutation SuspendOrganization($input: SuspendOrganizationInput!) {\n        suspendOrganization(input: $input) {\n          __typename\n          ... on SuspendOrganizationSuccess {\n            organization {\n              suspendedAt\n              suspensionReason\n            }\n          }\n        }\n      }\n    ": types.SuspendOrganizationDocument,
    "\n        mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) {\n          unsuspendOrganization(input: $input) {\n            __typename\n            ... on UnsuspendOrganizationSuccess {\n              organization {\n                suspendedAt\n                suspensionReason\n              }\n            }\n          }\n        }\n      ": types.UnsuspendOrganizationDocument,
    "\n  mutation RequestReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n      ... on RequestPasswordResetSuccess {\n        requested\n      }\n    }\n  }\n": types.RequestResetDocument,
    "\n  mutation Reset($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n": types.ResetDocument,
    "\n  mutation ResetSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.ResetSignInDocument,
    "\n  query ResetWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n": types.ResetWhoDocument,
    "\n  mutation SessionSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.SessionSignInDocument,
    "\n  query Sessions {\n    viewer {\n      sessions(last: 10) {\n        nodes {\n          id\n          isCurrent\n          ipAddress\n          userAgent\n          createdAt\n          lastUsedAt\n        }\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  mutation RevokeSession($input: RevokeSessionInput!) {\n    revokeSession(input: $input) {\n      __typename\n    }\n  }\n": types.RevokeSessionDocument,
    "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      __typename\n      ... on SignOutEverywhereSuccess {\n        endedSessions\n      }\n    }\n  }\n": types.SignOutEverywhereDocument,
    "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInSuccess {\n        user {\n          email\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n      }\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SetUp($input: SignInWithSetupSecretInput!) {\n    signInWithSetupSecret(input: $input) {\n      __typename\n    }\n  }\n": types.SetUpDocument,
    "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n    }\n  }\n": types.ChangePasswordDocument,
    "\n  mutation SignOut {\n    signOut {\n      __typename\n    }\n  }\n": types.SignOutDocument,
    "\n  query Who {\n    viewer {\n      user {\n        email\n      }\n      permissions\n    }\n  }\n": types.WhoDocument,
    "\n  query SystemMessages($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        name\n        organization {\n          name\n        }\n        messages(first: 5) {\n          nodes {\n            door\n            from\n            subject\n            raw\n            deliveries(first: 1) {\n              nodes {\n                id\n                status\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.SystemMessagesDocument,
    "\n  mutation CancelSystemMail($input: CancelDeliveriesInput!) {\n    cancelDeliveries(input: $input) {\n      __typename\n    }\n  }\n": types.CancelSystemMailDocument,
    "\n  query ForeignNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n": types.ForeignNodesDocument,
    "\n        mutation TenantToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n              accessToken {\n                id\n              }\n            }\n          }\n        }\n      ": types.TenantTokenDocument,
    "\n        query OwnServers {\n          mailServers {\n            nodes {\n              id\n              domains {\n                nodes {\n                  name\n                }\n              }\n            }\n          }\n        }\n      ": types.OwnServersDocument,
    "\n      mutation ForeignChanges($organization: ID!, $server: ID!, $credential: ID!, $domain: ID!) {\n        a: suspendOrganization(input: { organizationId: $organization, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        b: createMailServer(input: { organizationId: $organization, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        c: updateMailServer(input: { mailServerId: $server, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        d: suspendMailServer(input: { mailServerId: $server, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        e: createCredential(input: { mailServerId: $server, type: API, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        f: updateCredential(input: { credentialId: $credential, hold: true }) {\n          __typename\n          ...Why\n        }\n        g: revokeCredential(input: { credentialId: $credential }) {\n          __typename\n          ...Why\n        }\n        h: createDomain(input: { organizationId: $organization, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        i: createDomain(input: { mailServerId: $server, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        j: checkDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n        k: deleteDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n      }\n\n      fragment Why on Refusal {\n        code\n        reason\n      }\n    ": types.ForeignChangesDocument,
    "\n  mutation MatrixPersonalToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.MatrixPersonalTokenDocument,
    "\n  mutation MatrixOrganizationToken($input: CreateOrganizationTokenInput!) {\n    createOrganizationToken(input: $input) {\n      __typename\n      ... on CreateOrganizationTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.MatrixOrganizationTokenDocument,
    "\n  mutation MatrixRevokePersonal($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n    }\n  }\n": types.MatrixRevokePersonalDocument,
    "\n  mutation MatrixRevokeOfOrganization($input: RevokeOrganizationTokenInput!) {\n    revokeOrganizationToken(input: $input) {\n      __typename\n    }\n  }\n": types.MatrixRevokeOfOrganizationDocument,
    "\n  query MatrixServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n": types.MatrixServersDocument,
    "\n  query MatrixTokens($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        accessTokens {\n          nodes {\n            id\n            lastUsedAt\n            lastUsedIp\n          }\n        }\n      }\n    }\n  }\n": types.MatrixTokensDocument,
    "\n        query MatrixForeign($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      ": types.MatrixForeignDocument,
    "\n  mutation TotpBegin($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      __typename\n      ... on BeginTotpSuccess {\n        secret\n        otpauthUrl\n      }\n    }\n  }\n": types.TotpBeginDocument,
    "\n  mutation TotpConfirm($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      __typename\n      ... on ConfirmTotpSuccess {\n        recoveryCodes\n      }\n    }\n  }\n": types.TotpConfirmDocument,
    "\n  mutation TotpDisable($input: DisableTotpInput!) {\n    disableTotp(input: $input) {\n      __typename\n    }\n  }\n": types.TotpDisableDocument,
    "\n  mutation TotpRenew($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      __typename\n      ... on RenewRecoveryCodesSuccess {\n        recoveryCodes\n      }\n    }\n  }\n": types.TotpRenewDocument,
    "\n  mutation TotpSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on TotpRequired {\n        challenge\n      }\n    }\n  }\n": types.TotpSignInDocument,
    "\n  mutation TotpSecondStep($input: SignInWithTotpInput!) {\n    signInWithTotp(input: $input) {\n      __typename\n    }\n  }\n": types.TotpSecondStepDocument,
    "\n  query TotpState {\n    viewer {\n      totp {\n        recoveryCodesLeft\n      }\n    }\n  }\n": types.TotpStateDocument,
    "\n  query Users($first: Int) {\n    users(first: $first) {\n      nodes {\n        id\n        email\n        isAdministrator\n      }\n    }\n  }\n": types.UsersDocument,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserSuccess {\n        user {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      __typename\n      ... on UpdateUserSuccess {\n        user {\n          name\n          email\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  mutation SetUserAdministrator($input: SetUserAdministratorInput!) {\n    setUserAdministrator(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.SetUserAdministratorDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.DeleteUserDocument,
    "\n  query WhoAsUser {\n    viewer {\n      permissions\n      user {\n        id\n        name\n      }\n    }\n  }\n": types.WhoAsUserDocument,
    "\n        mutation UpdateProfile {\n          updateProfile(input: { name: \"  Renamed  \" }) {\n            ... on UpdateProfileSuccess {\n              user {\n                name\n              }\n            }\n          }\n        }\n      ": types.UpdateProfileDocument,
    "\n        mutation NarrowToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      ": types.NarrowTokenDocument,
    "\n  mutation TimedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.TimedSignInDocument,
    "\n  query TimedWho {\n    viewer {\n      __typename\n    }\n  }\n": types.TimedWhoDocument,
    "\n  mutation TimedReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": types.TimedResetDocument,
    "\n    mutation Retry($ids: [ID!]!) {\n      retryDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on RetryDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": types.RetryDocument,
    "\n    mutation Cancel($ids: [ID!]!) {\n      cancelDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on CancelDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": types.CancelDocument,
    "\n    mutation Release($ids: [ID!]!) {\n      releaseDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on ReleaseDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  ": types.ReleaseDocument,
    "\n  mutation RegisterDocuments($input: RegisterDocumentsInput!) {\n    registerDocuments(input: $input) {\n      __typename\n      ... on RegisterDocumentsSuccess {\n        documents {\n          id\n          documentId\n          text\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": types.RegisterDocumentsDocument,
    "\n  mutation DeleteDocuments($input: DeleteDocumentsInput!) {\n    deleteDocuments(input: $input) {\n      __typename\n      ... on DeleteDocumentsSuccess {\n        documentIds\n      }\n    }\n  }\n": types.DeleteDocumentsDocument,
    "\n  query KeptDocuments($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        documents(first: 100) {\n          nodes {\n            documentId\n          }\n        }\n      }\n    }\n  }\n": types.KeptDocumentsDocument,
    "\n    mutation RevokeUnderSocket($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": types.RevokeUnderSocketDocument,
    "\n    mutation SignOutUnderSocket {\n      signOut {\n        __typename\n      }\n    }\n  ": types.SignOutUnderSocketDocument,
    "\n    mutation DeleteUnderSocket($input: DeleteUserInput!) {\n      deleteUser(input: $input) {\n        __typename\n      }\n    }\n  ": types.DeleteUnderSocketDocument,
    "\n  mutation Send($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n          mailFrom\n          from\n          tag\n          metadata\n          door\n          clientIp\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": types.SendDocument,
    "\n  mutation SendMany($input: SendMessagesInput!) {\n    sendMessages(input: $input) {\n      __typename\n      ... on SendMessagesSuccess {\n        results {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n              subject\n            }\n          }\n          ... on Refusal {\n            code\n            path\n          }\n        }\n      }\n    }\n  }\n": types.SendManyDocument,
    "\n  mutation SendRaw($input: SendRawMessageInput!) {\n    sendRawMessage(input: $input) {\n      __typename\n      ... on SendRawMessageSuccess {\n        message {\n          id\n          subject\n          mailFrom\n          sizeBytes\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n": types.SendRawDocument,
    "\n  query Story($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        subject\n        deliveries(first: 10) {\n          nodes {\n            recipient\n            status\n            nextAttemptAt\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  reply\n                  enhancedCode\n                }\n                decision {\n                  ipAddress {\n                    address\n                  }\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                }\n                transcript\n                startedAt\n                durationMs\n              }\n            }\n          }\n        }\n        events(first: 50) {\n          nodes {\n            kind\n            at\n          }\n        }\n        domain {\n          name\n          checks {\n            kind\n            status\n            expected\n            found\n          }\n        }\n      }\n    }\n  }\n": types.StoryDocument,
    "\n  query StoriesOfMany($first: Int!) {\n    mailServers(first: 5) {\n      nodes {\n        messages(first: $first) {\n          nodes {\n            subject\n            deliveries(first: 2) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    number\n                  }\n                }\n                message {\n                  id\n                }\n              }\n            }\n            events(first: 2) {\n              nodes {\n                kind\n                delivery {\n                  recipient\n                }\n              }\n            }\n            domain {\n              name\n            }\n            mailServer {\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n": types.StoriesOfManyDocument,
    "\n    mutation LeaveAsStaff($input: LeaveOrganizationInput!) {\n      leaveOrganization(input: $input) {\n        __typename\n      }\n    }\n  ": types.LeaveAsStaffDocument,
    "\n    query TracesOfStaff($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on Organization {\n          auditLog(first: 10, filter: { actions: [\"mailServer.readByStaff\"] }) {\n            nodes {\n              actor {\n                kind\n                userId\n              }\n              mailServerId\n              ipAddress\n            }\n          }\n        }\n      }\n    }\n  ": types.TracesOfStaffDocument,
    "\n        query LabelsOf($id: ID!) {\n          node(id: $id) {\n            ... on Message {\n              tag\n              metadata\n            }\n          }\n        }\n      ": types.LabelsOfDocument,
    "\n        mutation SendWrongMetadata($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n          }\n        }\n      ": types.SendWrongMetadataDocument,
    "\n      mutation TryValue($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    ": types.TryValueDocument,
    "\n      mutation TryRawValue($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    ": types.TryRawValueDocument,
    "\n      mutation AllowSender($input: UpdateMailServerInput!) {\n        updateMailServer(input: $input) {\n          __typename\n        }\n      }\n    ": types.AllowSenderDocument,
    "\n      mutation SendAs($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n        }\n      }\n    ": types.SendAsDocument,
    "\n  mutation SetPostmaster($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.SetPostmasterDocument,
    "\n  mutation LimitServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.LimitServerDocument,
    "\n  query SendUsage($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        sendLimit\n        sendUsage {\n          limit\n          used\n        }\n      }\n    }\n  }\n": types.SendUsageDocument,
    "\n  query SendLimitEvents($id: ID!, $kinds: [EventKind!]!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100, filter: { kinds: $kinds }) {\n          nodes {\n            recipient\n            reason\n            nextAttemptAt\n          }\n        }\n      }\n    }\n  }\n": types.SendLimitEventsDocument,
    "\n  mutation ChangeWaiting($retry: RetryDeliveriesInput!, $cancel: CancelDeliveriesInput!) {\n    retryDeliveries(input: $retry) {\n      __typename\n    }\n    cancelDeliveries(input: $cancel) {\n      __typename\n    }\n  }\n": types.ChangeWaitingDocument,
    "\n  query CheckRecords($id: ID!) {\n    node(id: $id) {\n      ... on Domain {\n        records {\n          purpose\n          name\n          value\n        }\n        dkimKeys {\n          algorithm\n          seenPublishedAt\n        }\n      }\n    }\n  }\n": types.CheckRecordsDocument,
    "\n  mutation CreateDomain($input: CreateDomainInput!) {\n    createDomain(input: $input) {\n      __typename\n      ... on CreateDomainSuccess {\n        domain {\n          id\n          name\n          unicodeName\n          verifiedAt\n          checks {\n            kind\n          }\n          records {\n            purpose\n            type\n            name\n            value\n            isRequired\n          }\n          dkimKeys {\n            algorithm\n            selector\n            seenPublishedAt\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.CreateDomainDocument,
    "\n  query DomainEvents($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100) {\n          nodes {\n            kind\n            check\n          }\n        }\n      }\n    }\n  }\n": types.DomainEventsDocument,
    "\n        mutation SecondServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n          }\n        }\n      ": types.SecondServerDocument,
    "\n        mutation DeleteDomain($input: DeleteDomainInput!) {\n          deleteDomain(input: $input) {\n            __typename\n          }\n        }\n      ": types.DeleteDomainDocument,
    "\n            query Proof($id: ID!) {\n              node(id: $id) {\n                ... on Domain {\n                  records {\n                    value\n                  }\n                }\n              }\n            }\n          ": types.ProofDocument,
    "\n        mutation SendToNoAddress($input: SendRawMessageInput!) {\n          sendRawMessage(input: $input) {\n            __typename\n          }\n        }\n      ": types.SendToNoAddressDocument,
    "\n      query FirstAttempts($id: ID!) {\n        node(id: $id) {\n          ... on Message {\n            deliveries(first: 100) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    outcome {\n                      kind\n                      code\n                      enhancedCode\n                      stage\n                      reply\n                    }\n                    decision {\n                      host\n                      address\n                      port\n                      reasons {\n                        rule\n                        because\n                      }\n                    }\n                    transcript\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    ": types.FirstAttemptsDocument,
    "\n  mutation TrustingSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n": types.TrustingSignInDocument,
    "\n  query TrustingWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n": types.TrustingWhoDocument,
    "\n  query TrustingMuch {\n    mailServers(first: 50) {\n      nodes {\n        messages(first: 20) {\n          nodes {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.TrustingMuchDocument,
    "\n  mutation TrustingInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n": types.TrustingInviteDocument,
    "\n  mutation TrustingReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n": types.TrustingResetDocument,
    "\n  mutation TrustingSend($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n    }\n  }\n": types.TrustingSendDocument,
    "\n      query DkimRecordsOf($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              name\n            }\n          }\n        }\n      }\n    ": types.DkimRecordsOfDocument,
    "\n  query RetainedContent($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n": types.RetainedContentDocument,
    "\n  mutation RetryExpired($ids: [ID!]!) {\n    retryDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on RetryDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": types.RetryExpiredDocument,
    "\n  mutation CancelRetained($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on CancelDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": types.CancelRetainedDocument,
    "\n  mutation ReleaseRetained($ids: [ID!]!) {\n    releaseDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on ReleaseDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n": types.ReleaseRetainedDocument,
    "\n  mutation SendHeld($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n        }\n      }\n    }\n  }\n": types.SendHeldDocument,
    "\n  mutation KeepFor($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n      ... on LimitMailServerSuccess {\n        mailServer {\n          contentRetentionDays\n          messageRetentionDays\n        }\n      }\n    }\n  }\n": types.KeepForDocument,
    "\n  query KeptMessage($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n": types.KeptMessageDocument,
    "\n  mutation CancelKept($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n    }\n  }\n": types.CancelKeptDocument,
    "\n  mutation LimitCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n      ... on UpdateCredentialSuccess {\n        credential {\n          hold\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.LimitCredentialDocument,
    "\n  mutation CreateLimitedCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        credential {\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.CreateLimitedCredentialDocument,
    "\n  query LimitedWho {\n    viewer {\n      mailServer {\n        id\n      }\n    }\n  }\n": types.LimitedWhoDocument,
    "\n  query RefusedCredentials($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        auditLog(first: 100, filter: { actions: [\"credential.refused\"] }) {\n          nodes {\n            ipAddress\n            subjectId\n          }\n        }\n      }\n    }\n  }\n": types.RefusedCredentialsDocument,
    "\n  mutation AnyCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        secret\n        credential {\n          id\n          type\n          username\n          network\n          hint\n          hold\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n": types.AnyCredentialDocument,
    "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      __typename\n      ... on RevokeCredentialSuccess {\n        credential {\n          revokedAt\n        }\n      }\n    }\n  }\n": types.RevokeCredentialDocument,
    "\n  mutation HoldCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n    }\n  }\n": types.HoldCredentialDocument,
    "\n  query OwnServer {\n    viewer {\n      permissions\n      user {\n        id\n      }\n      mailServer {\n        id\n      }\n    }\n  }\n": types.OwnServerDocument,
    "\n            query CredentialUse($id: ID!) {\n              node(id: $id) {\n                ... on Credential {\n                  lastUsedAt\n                }\n              }\n            }\n          ": types.CredentialUseDocument,
    "\n        mutation SendHeld($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n              }\n            }\n          }\n        }\n      ": types.SendHeldDocument,
    "\n  mutation DeleteMailServer($input: DeleteMailServerInput!) {\n    deleteMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.DeleteMailServerDocument,
    "\n  mutation RestoreMailServer($input: RestoreMailServerInput!) {\n    restoreMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.RestoreMailServerDocument,
    "\n  mutation DeleteOrganization($input: DeleteOrganizationInput!) {\n    deleteOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.DeleteOrganizationDocument,
    "\n  mutation RestoreOrganization($input: RestoreOrganizationInput!) {\n    restoreOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n": types.RestoreOrganizationDocument,
    "\n  query KnownObjects($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n": types.KnownObjectsDocument,
    "\n  mutation LimitDeletedServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.LimitDeletedServerDocument,
    "\n  mutation CreateServerAgain($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n": types.CreateServerAgainDocument,
    "\n  query ListedServers {\n    mailServers(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n": types.ListedServersDocument,
    "\n  mutation CreateServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on SlugTaken {\n        slug\n        path\n      }\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n          slug\n          token\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n          organization {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.CreateServerDocument,
    "\n  mutation UpdateServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n      ... on UpdateMailServerSuccess {\n        mailServer {\n          name\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n        }\n      }\n    }\n  }\n": types.UpdateServerDocument,
    "\n  mutation SuspendServer($input: SuspendMailServerInput!) {\n    suspendMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.SuspendServerDocument,
    "\n  mutation UnsuspendServer($input: UnsuspendMailServerInput!) {\n    unsuspendMailServer(input: $input) {\n      __typename\n    }\n  }\n": types.UnsuspendServerDocument,
    "\n  query ServerTree($first: Int!) {\n    organizations(first: $first) {\n      nodes {\n        mailServers(first: 2) {\n          nodes {\n            id\n            credentials(first: 2) {\n              nodes {\n                type\n              }\n            }\n            domains(first: 2) {\n              nodes {\n                name\n                checks {\n                  kind\n                }\n                dkimKeys {\n                  selector\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n": types.ServerTreeDocument,
    "\n    mutation RevokeOfOpenSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": types.RevokeOfOpenSessionDocument,
    "\n    mutation HoldOfOpenSession($input: UpdateCredentialInput!) {\n      updateCredential(input: $input) {\n        __typename\n      }\n    }\n  ": types.HoldOfOpenSessionDocument,
    "\n      mutation SendEnvelope($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n        }\n      }\n    ": types.SendEnvelopeDocument,
    "\n    mutation RevokeOfIdleSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  ": types.RevokeOfIdleSessionDocument,
    "\n    query NameUnderSession($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on MailServer {\n          name\n        }\n      }\n    }\n  ": types.NameUnderSessionDocument,
    "\n    mutation DeleteUnderSession($input: DeleteMailServerInput!) {\n      deleteMailServer(input: $input) {\n        __typename\n      }\n    }\n  ": types.DeleteUnderSessionDocument,
    "\n      mutation TestAccessToken($input: CreateAccessTokenInput!) {\n        createAccessToken(input: $input) {\n          __typename\n          ... on CreateAccessTokenSuccess {\n            secret\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestAccessTokenDocument,
    "\n      mutation FirstSignIn($input: SignInWithSetupSecretInput!) {\n        signInWithSetupSecret(input: $input) {\n          __typename\n        }\n      }\n    ": types.FirstSignInDocument,
    "\n      mutation TestUser($input: CreateUserInput!) {\n        createUser(input: $input) {\n          __typename\n          ... on CreateUserSuccess {\n            user {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestUserDocument,
    "\n      mutation TestSignIn($input: SignInInput!) {\n        signIn(input: $input) {\n          __typename\n        }\n      }\n    ": types.TestSignInDocument,
    "\n      mutation TestMember($input: AddMemberInput!) {\n        addMember(input: $input) {\n          __typename\n          ... on AddMemberSuccess {\n            member {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestMemberDocument,
    "\n      mutation TestSendRaw($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n            path\n          }\n        }\n      }\n    ": types.TestSendRawDocument,
    "\n  query MessageState($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        id\n        subject\n        sizeBytes\n        deliveries(first: 10) {\n          nodes {\n            id\n            recipient\n            status\n            attemptCount\n            nextAttemptAt\n            heldBecause\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  code\n                  enhancedCode\n                  reply\n                  stage\n                }\n                decision {\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                  signatures {\n                    domain\n                    selector\n                    algorithm\n                  }\n                }\n                transcript\n              }\n            }\n          }\n        }\n        events(first: 20) {\n          nodes {\n            kind\n            at\n            cursor\n            recipient\n          }\n        }\n      }\n    }\n  }\n": types.MessageStateDocument,
    "\n        mutation TestMailServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n            ... on Refusal {\n              reason\n            }\n          }\n        }\n      ": types.TestMailServerDocument,
    "\n        mutation TestSend($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n                subject\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n              path\n            }\n          }\n        }\n      ": types.TestSendDocument,
    "\n      mutation TestOrganization($input: CreateOrganizationInput!) {\n        createOrganization(input: $input) {\n          __typename\n          ... on CreateOrganizationSuccess {\n            organization {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestOrganizationDocument,
    "\n      mutation TestCredential($input: CreateCredentialInput!) {\n        createCredential(input: $input) {\n          __typename\n          ... on CreateCredentialSuccess {\n            secret\n            credential {\n              id\n              username\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestCredentialDocument,
    "\n      mutation TestDomain($input: CreateDomainInput!) {\n        createDomain(input: $input) {\n          __typename\n          ... on CreateDomainSuccess {\n            domain {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n          }\n        }\n      }\n    ": types.TestDomainDocument,
    "\n      query TestRecords($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              type\n              name\n              value\n            }\n          }\n        }\n      }\n    ": types.TestRecordsDocument,
    "\n      mutation TestCheck($input: CheckDomainInput!) {\n        checkDomain(input: $input) {\n          __typename\n          ... on CheckDomainSuccess {\n            domain {\n              id\n              verifiedAt\n              checks {\n                kind\n                status\n                expected\n                found\n                fix\n              }\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    ": types.TestCheckDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          hint\n          scopes\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          hint\n          scopes\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenSuccess {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TokenPermissions {\n    viewer {\n      permissions\n    }\n  }\n"): (typeof documents)["\n  query TokenPermissions {\n    viewer {\n      permissions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TokenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query TokenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TokenOrganization {\n    createOrganization(input: { name: \"By token\" }) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TokenOrganization {\n    createOrganization(input: { name: \"By token\" }) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n          query TokenUse {\n            viewer {\n              accessTokens(last: 1) {\n                nodes {\n                  id\n                  lastUsedAt\n                }\n              }\n            }\n          }\n        "): (typeof documents)["\n          query TokenUse {\n            viewer {\n              accessTokens(last: 1) {\n                nodes {\n                  id\n                  lastUsedAt\n                }\n              }\n            }\n          }\n        "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GuessedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation GuessedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GuessedWho {\n    viewer {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query GuessedWho {\n    viewer {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      __typename\n      ... on Refusal {\n        reason\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestEmailChange($input: RequestEmailChangeInput!) {\n    requestEmailChange(input: $input) {\n      __typename\n      ... on Refusal {\n        reason\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      __typename\n      ... on ConfirmEmailChangeSuccess {\n        user {\n          email\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmEmailChange($input: ConfirmEmailChangeInput!) {\n    confirmEmailChange(input: $input) {\n      __typename\n      ... on ConfirmEmailChangeSuccess {\n        user {\n          email\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmailChangeSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation EmailChangeSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmailChangeReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation EmailChangeReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EmailChangeSetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation EmailChangeSetPassword($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on InviteMemberSuccess {\n        invitation {\n          id\n          email\n          role\n          isLimited\n          sentAt\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation InviteMember($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n      ... on InviteMemberSuccess {\n        invitation {\n          id\n          email\n          role\n          isLimited\n          sentAt\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResendInvitation($input: ResendInvitationInput!) {\n    resendInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResendInvitation($input: ResendInvitationInput!) {\n    resendInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on AcceptInvitationSuccess {\n        role\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptInvitation($input: AcceptInvitationInput!) {\n    acceptInvitation(input: $input) {\n      __typename\n      ... on AcceptInvitationSuccess {\n        role\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenInvitations($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        invitations(first: 50) {\n          nodes {\n            email\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OpenInvitations($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        invitations(first: 50) {\n          nodes {\n            email\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeenByInvited {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query SeenByInvited {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FloodedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FloodedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FloodedWho {\n    viewer {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query FloodedWho {\n    viewer {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      ... on Organization {\n        members(first: $first, after: $after) {\n          nodes {\n            id\n            email\n            name\n            role\n            isLimited\n            mailServers {\n              id\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Members($id: ID!, $first: Int, $after: String) {\n    node(id: $id) {\n      ... on Organization {\n        members(first: $first, after: $after) {\n          nodes {\n            id\n            email\n            name\n            role\n            isLimited\n            mailServers {\n              id\n            }\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) {\n      __typename\n      ... on UpdateMemberSuccess {\n        member {\n          role\n          isLimited\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateMember($input: UpdateMemberInput!) {\n    updateMember(input: $input) {\n      __typename\n      ... on UpdateMemberSuccess {\n        member {\n          role\n          isLimited\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($input: RemoveMemberInput!) {\n    removeMember(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RemoveMember($input: RemoveMemberInput!) {\n    removeMember(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TransferOwnership($input: TransferOwnershipInput!) {\n    transferOwnership(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LeaveOrganization($input: LeaveOrganizationInput!) {\n    leaveOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LeaveOrganization($input: LeaveOrganizationInput!) {\n    leaveOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SeenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n    organizations {\n      nodes {\n        id\n      }\n    }\n    viewer {\n      permissions\n    }\n  }\n"): (typeof documents)["\n  query SeenServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n    organizations {\n      nodes {\n        id\n      }\n    }\n    viewer {\n      permissions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation RenameServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SecondServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SecondServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query ForeignMembers($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      "): (typeof documents)["\n        query ForeignMembers($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation MemberToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation MemberToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OidcWho {\n    viewer {\n      user {\n        email\n      }\n      sessions {\n        nodes {\n          id\n        }\n      }\n      oidcIdentities {\n        nodes {\n          id\n          issuer\n          subject\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OidcWho {\n    viewer {\n      user {\n        email\n      }\n      sessions {\n        nodes {\n          id\n        }\n      }\n      oidcIdentities {\n        nodes {\n          id\n          issuer\n          subject\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OidcMethods {\n    signInMethods {\n      password\n      oidc {\n        name\n        startUrl\n      }\n    }\n  }\n"): (typeof documents)["\n  query OidcMethods {\n    signInMethods {\n      password\n      oidc {\n        name\n        startUrl\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OidcUnlink($input: UnlinkOidcIdentityInput!) {\n    unlinkOidcIdentity(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation OidcUnlink($input: UnlinkOidcIdentityInput!) {\n    unlinkOidcIdentity(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) {\n      __typename\n      ... on CreateOrganizationSuccess {\n        organization {\n          id\n          name\n          slug\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateOrganization($input: CreateOrganizationInput!) {\n    createOrganization(input: $input) {\n      __typename\n      ... on CreateOrganizationSuccess {\n        organization {\n          id\n          name\n          slug\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationPage($first: Int, $after: String, $last: Int, $before: String) {\n    organizations(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationPage($first: Int, $after: String, $last: Int, $before: String) {\n    organizations(first: $first, after: $after, last: $last, before: $before) {\n      nodes {\n        id\n      }\n      pageInfo {\n        hasNextPage\n        hasPreviousPage\n        startCursor\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation SuspendOrganization($input: SuspendOrganizationInput!) {\n        suspendOrganization(input: $input) {\n          __typename\n          ... on SuspendOrganizationSuccess {\n            organization {\n              suspendedAt\n              suspensionReason\n            }\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation SuspendOrganization($input: SuspendOrganizationInput!) {\n        suspendOrganization(input: $input) {\n          __typename\n          ... on SuspendOrganizationSuccess {\n            organization {\n              suspendedAt\n              suspensionReason\n            }\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) {\n          unsuspendOrganization(input: $input) {\n            __typename\n            ... on UnsuspendOrganizationSuccess {\n              organization {\n                suspendedAt\n                suspensionReason\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation UnsuspendOrganization($input: UnsuspendOrganizationInput!) {\n          unsuspendOrganization(input: $input) {\n            __typename\n            ... on UnsuspendOrganizationSuccess {\n              organization {\n                suspendedAt\n                suspensionReason\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n      ... on RequestPasswordResetSuccess {\n        requested\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n      ... on RequestPasswordResetSuccess {\n        requested\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Reset($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation Reset($input: ResetPasswordInput!) {\n    resetPassword(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResetSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation ResetSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ResetWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n"): (typeof documents)["\n  query ResetWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SessionSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation SessionSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions {\n    viewer {\n      sessions(last: 10) {\n        nodes {\n          id\n          isCurrent\n          ipAddress\n          userAgent\n          createdAt\n          lastUsedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Sessions {\n    viewer {\n      sessions(last: 10) {\n        nodes {\n          id\n          isCurrent\n          ipAddress\n          userAgent\n          createdAt\n          lastUsedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeSession($input: RevokeSessionInput!) {\n    revokeSession(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeSession($input: RevokeSessionInput!) {\n    revokeSession(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      __typename\n      ... on SignOutEverywhereSuccess {\n        endedSessions\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignOutEverywhere {\n    signOutEverywhere {\n      __typename\n      ... on SignOutEverywhereSuccess {\n        endedSessions\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInSuccess {\n        user {\n          email\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInSuccess {\n        user {\n          email\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUp($input: SignInWithSetupSecretInput!) {\n    signInWithSetupSecret(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation SetUp($input: SignInWithSetupSecretInput!) {\n    signInWithSetupSecret(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation ChangePassword($input: ChangePasswordInput!) {\n    changePassword(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Who {\n    viewer {\n      user {\n        email\n      }\n      permissions\n    }\n  }\n"): (typeof documents)["\n  query Who {\n    viewer {\n      user {\n        email\n      }\n      permissions\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SystemMessages($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        name\n        organization {\n          name\n        }\n        messages(first: 5) {\n          nodes {\n            door\n            from\n            subject\n            raw\n            deliveries(first: 1) {\n              nodes {\n                id\n                status\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SystemMessages($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        name\n        organization {\n          name\n        }\n        messages(first: 5) {\n          nodes {\n            door\n            from\n            subject\n            raw\n            deliveries(first: 1) {\n              nodes {\n                id\n                status\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelSystemMail($input: CancelDeliveriesInput!) {\n    cancelDeliveries(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation CancelSystemMail($input: CancelDeliveriesInput!) {\n    cancelDeliveries(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ForeignNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query ForeignNodes($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation TenantToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n              accessToken {\n                id\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation TenantToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n              accessToken {\n                id\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query OwnServers {\n          mailServers {\n            nodes {\n              id\n              domains {\n                nodes {\n                  name\n                }\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        query OwnServers {\n          mailServers {\n            nodes {\n              id\n              domains {\n                nodes {\n                  name\n                }\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation ForeignChanges($organization: ID!, $server: ID!, $credential: ID!, $domain: ID!) {\n        a: suspendOrganization(input: { organizationId: $organization, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        b: createMailServer(input: { organizationId: $organization, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        c: updateMailServer(input: { mailServerId: $server, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        d: suspendMailServer(input: { mailServerId: $server, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        e: createCredential(input: { mailServerId: $server, type: API, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        f: updateCredential(input: { credentialId: $credential, hold: true }) {\n          __typename\n          ...Why\n        }\n        g: revokeCredential(input: { credentialId: $credential }) {\n          __typename\n          ...Why\n        }\n        h: createDomain(input: { organizationId: $organization, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        i: createDomain(input: { mailServerId: $server, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        j: checkDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n        k: deleteDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n      }\n\n      fragment Why on Refusal {\n        code\n        reason\n      }\n    "): (typeof documents)["\n      mutation ForeignChanges($organization: ID!, $server: ID!, $credential: ID!, $domain: ID!) {\n        a: suspendOrganization(input: { organizationId: $organization, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        b: createMailServer(input: { organizationId: $organization, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        c: updateMailServer(input: { mailServerId: $server, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        d: suspendMailServer(input: { mailServerId: $server, reason: \"x\" }) {\n          __typename\n          ...Why\n        }\n        e: createCredential(input: { mailServerId: $server, type: API, name: \"x\" }) {\n          __typename\n          ...Why\n        }\n        f: updateCredential(input: { credentialId: $credential, hold: true }) {\n          __typename\n          ...Why\n        }\n        g: revokeCredential(input: { credentialId: $credential }) {\n          __typename\n          ...Why\n        }\n        h: createDomain(input: { organizationId: $organization, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        i: createDomain(input: { mailServerId: $server, name: \"x.test\" }) {\n          __typename\n          ...Why\n        }\n        j: checkDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n        k: deleteDomain(input: { domainId: $domain }) {\n          __typename\n          ...Why\n        }\n      }\n\n      fragment Why on Refusal {\n        code\n        reason\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MatrixPersonalToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MatrixPersonalToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MatrixOrganizationToken($input: CreateOrganizationTokenInput!) {\n    createOrganizationToken(input: $input) {\n      __typename\n      ... on CreateOrganizationTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MatrixOrganizationToken($input: CreateOrganizationTokenInput!) {\n    createOrganizationToken(input: $input) {\n      __typename\n      ... on CreateOrganizationTokenSuccess {\n        secret\n        accessToken {\n          id\n          allowedNetworks\n          isOfOrganization\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MatrixRevokePersonal($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation MatrixRevokePersonal($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MatrixRevokeOfOrganization($input: RevokeOrganizationTokenInput!) {\n    revokeOrganizationToken(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation MatrixRevokeOfOrganization($input: RevokeOrganizationTokenInput!) {\n    revokeOrganizationToken(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatrixServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query MatrixServers {\n    mailServers {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MatrixTokens($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        accessTokens {\n          nodes {\n            id\n            lastUsedAt\n            lastUsedIp\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MatrixTokens($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        accessTokens {\n          nodes {\n            id\n            lastUsedAt\n            lastUsedIp\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query MatrixForeign($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      "): (typeof documents)["\n        query MatrixForeign($ids: [ID!]!) {\n          nodes(ids: $ids) {\n            __typename\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpBegin($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      __typename\n      ... on BeginTotpSuccess {\n        secret\n        otpauthUrl\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TotpBegin($input: BeginTotpInput!) {\n    beginTotp(input: $input) {\n      __typename\n      ... on BeginTotpSuccess {\n        secret\n        otpauthUrl\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpConfirm($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      __typename\n      ... on ConfirmTotpSuccess {\n        recoveryCodes\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TotpConfirm($input: ConfirmTotpInput!) {\n    confirmTotp(input: $input) {\n      __typename\n      ... on ConfirmTotpSuccess {\n        recoveryCodes\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpDisable($input: DisableTotpInput!) {\n    disableTotp(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TotpDisable($input: DisableTotpInput!) {\n    disableTotp(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpRenew($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      __typename\n      ... on RenewRecoveryCodesSuccess {\n        recoveryCodes\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TotpRenew($input: RenewRecoveryCodesInput!) {\n    renewRecoveryCodes(input: $input) {\n      __typename\n      ... on RenewRecoveryCodesSuccess {\n        recoveryCodes\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on TotpRequired {\n        challenge\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TotpSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on TotpRequired {\n        challenge\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TotpSecondStep($input: SignInWithTotpInput!) {\n    signInWithTotp(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TotpSecondStep($input: SignInWithTotpInput!) {\n    signInWithTotp(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TotpState {\n    viewer {\n      totp {\n        recoveryCodesLeft\n      }\n    }\n  }\n"): (typeof documents)["\n  query TotpState {\n    viewer {\n      totp {\n        recoveryCodesLeft\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users($first: Int) {\n    users(first: $first) {\n      nodes {\n        id\n        email\n        isAdministrator\n      }\n    }\n  }\n"): (typeof documents)["\n  query Users($first: Int) {\n    users(first: $first) {\n      nodes {\n        id\n        email\n        isAdministrator\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserSuccess {\n        user {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUser($input: CreateUserInput!) {\n    createUser(input: $input) {\n      __typename\n      ... on CreateUserSuccess {\n        user {\n          id\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      __typename\n      ... on UpdateUserSuccess {\n        user {\n          name\n          email\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateUser($input: UpdateUserInput!) {\n    updateUser(input: $input) {\n      __typename\n      ... on UpdateUserSuccess {\n        user {\n          name\n          email\n        }\n      }\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetUserAdministrator($input: SetUserAdministratorInput!) {\n    setUserAdministrator(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetUserAdministrator($input: SetUserAdministratorInput!) {\n    setUserAdministrator(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAsUser {\n    viewer {\n      permissions\n      user {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhoAsUser {\n    viewer {\n      permissions\n      user {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation UpdateProfile {\n          updateProfile(input: { name: \"  Renamed  \" }) {\n            ... on UpdateProfileSuccess {\n              user {\n                name\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation UpdateProfile {\n          updateProfile(input: { name: \"  Renamed  \" }) {\n            ... on UpdateProfileSuccess {\n              user {\n                name\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation NarrowToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation NarrowToken($input: CreateAccessTokenInput!) {\n          createAccessToken(input: $input) {\n            __typename\n            ... on CreateAccessTokenSuccess {\n              secret\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TimedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TimedSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimedWho {\n    viewer {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query TimedWho {\n    viewer {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TimedReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TimedReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Retry($ids: [ID!]!) {\n      retryDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on RetryDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation Retry($ids: [ID!]!) {\n      retryDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on RetryDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Cancel($ids: [ID!]!) {\n      cancelDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on CancelDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation Cancel($ids: [ID!]!) {\n      cancelDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on CancelDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation Release($ids: [ID!]!) {\n      releaseDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on ReleaseDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation Release($ids: [ID!]!) {\n      releaseDeliveries(input: { deliveryIds: $ids }) {\n        __typename\n        ... on ReleaseDeliveriesSuccess {\n          results {\n            __typename\n            ... on DeliveryChanged {\n              delivery {\n                status\n                nextAttemptAt\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n            }\n          }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterDocuments($input: RegisterDocumentsInput!) {\n    registerDocuments(input: $input) {\n      __typename\n      ... on RegisterDocumentsSuccess {\n        documents {\n          id\n          documentId\n          text\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterDocuments($input: RegisterDocumentsInput!) {\n    registerDocuments(input: $input) {\n      __typename\n      ... on RegisterDocumentsSuccess {\n        documents {\n          id\n          documentId\n          text\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteDocuments($input: DeleteDocumentsInput!) {\n    deleteDocuments(input: $input) {\n      __typename\n      ... on DeleteDocumentsSuccess {\n        documentIds\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteDocuments($input: DeleteDocumentsInput!) {\n    deleteDocuments(input: $input) {\n      __typename\n      ... on DeleteDocumentsSuccess {\n        documentIds\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeptDocuments($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        documents(first: 100) {\n          nodes {\n            documentId\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query KeptDocuments($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        documents(first: 100) {\n          nodes {\n            documentId\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RevokeUnderSocket($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation RevokeUnderSocket($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation SignOutUnderSocket {\n      signOut {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation SignOutUnderSocket {\n      signOut {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteUnderSocket($input: DeleteUserInput!) {\n      deleteUser(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteUnderSocket($input: DeleteUserInput!) {\n      deleteUser(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Send($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n          mailFrom\n          from\n          tag\n          metadata\n          door\n          clientIp\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Send($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n          mailFrom\n          from\n          tag\n          metadata\n          door\n          clientIp\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendMany($input: SendMessagesInput!) {\n    sendMessages(input: $input) {\n      __typename\n      ... on SendMessagesSuccess {\n        results {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n              subject\n            }\n          }\n          ... on Refusal {\n            code\n            path\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendMany($input: SendMessagesInput!) {\n    sendMessages(input: $input) {\n      __typename\n      ... on SendMessagesSuccess {\n        results {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n              subject\n            }\n          }\n          ... on Refusal {\n            code\n            path\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendRaw($input: SendRawMessageInput!) {\n    sendRawMessage(input: $input) {\n      __typename\n      ... on SendRawMessageSuccess {\n        message {\n          id\n          subject\n          mailFrom\n          sizeBytes\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendRaw($input: SendRawMessageInput!) {\n    sendRawMessage(input: $input) {\n      __typename\n      ... on SendRawMessageSuccess {\n        message {\n          id\n          subject\n          mailFrom\n          sizeBytes\n          raw\n        }\n      }\n      ... on Refusal {\n        code\n        reason\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Story($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        subject\n        deliveries(first: 10) {\n          nodes {\n            recipient\n            status\n            nextAttemptAt\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  reply\n                  enhancedCode\n                }\n                decision {\n                  ipAddress {\n                    address\n                  }\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                }\n                transcript\n                startedAt\n                durationMs\n              }\n            }\n          }\n        }\n        events(first: 50) {\n          nodes {\n            kind\n            at\n          }\n        }\n        domain {\n          name\n          checks {\n            kind\n            status\n            expected\n            found\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Story($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        subject\n        deliveries(first: 10) {\n          nodes {\n            recipient\n            status\n            nextAttemptAt\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  reply\n                  enhancedCode\n                }\n                decision {\n                  ipAddress {\n                    address\n                  }\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                }\n                transcript\n                startedAt\n                durationMs\n              }\n            }\n          }\n        }\n        events(first: 50) {\n          nodes {\n            kind\n            at\n          }\n        }\n        domain {\n          name\n          checks {\n            kind\n            status\n            expected\n            found\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query StoriesOfMany($first: Int!) {\n    mailServers(first: 5) {\n      nodes {\n        messages(first: $first) {\n          nodes {\n            subject\n            deliveries(first: 2) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    number\n                  }\n                }\n                message {\n                  id\n                }\n              }\n            }\n            events(first: 2) {\n              nodes {\n                kind\n                delivery {\n                  recipient\n                }\n              }\n            }\n            domain {\n              name\n            }\n            mailServer {\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query StoriesOfMany($first: Int!) {\n    mailServers(first: 5) {\n      nodes {\n        messages(first: $first) {\n          nodes {\n            subject\n            deliveries(first: 2) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    number\n                  }\n                }\n                message {\n                  id\n                }\n              }\n            }\n            events(first: 2) {\n              nodes {\n                kind\n                delivery {\n                  recipient\n                }\n              }\n            }\n            domain {\n              name\n            }\n            mailServer {\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation LeaveAsStaff($input: LeaveOrganizationInput!) {\n      leaveOrganization(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation LeaveAsStaff($input: LeaveOrganizationInput!) {\n      leaveOrganization(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query TracesOfStaff($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on Organization {\n          auditLog(first: 10, filter: { actions: [\"mailServer.readByStaff\"] }) {\n            nodes {\n              actor {\n                kind\n                userId\n              }\n              mailServerId\n              ipAddress\n            }\n          }\n        }\n      }\n    }\n  "): (typeof documents)["\n    query TracesOfStaff($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on Organization {\n          auditLog(first: 10, filter: { actions: [\"mailServer.readByStaff\"] }) {\n            nodes {\n              actor {\n                kind\n                userId\n              }\n              mailServerId\n              ipAddress\n            }\n          }\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        query LabelsOf($id: ID!) {\n          node(id: $id) {\n            ... on Message {\n              tag\n              metadata\n            }\n          }\n        }\n      "): (typeof documents)["\n        query LabelsOf($id: ID!) {\n          node(id: $id) {\n            ... on Message {\n              tag\n              metadata\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation SendWrongMetadata($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n          }\n        }\n      "): (typeof documents)["\n        mutation SendWrongMetadata($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TryValue($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TryValue($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n          ... on SendMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TryRawValue($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TryRawValue($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            path\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation AllowSender($input: UpdateMailServerInput!) {\n        updateMailServer(input: $input) {\n          __typename\n        }\n      }\n    "): (typeof documents)["\n      mutation AllowSender($input: UpdateMailServerInput!) {\n        updateMailServer(input: $input) {\n          __typename\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation SendAs($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n        }\n      }\n    "): (typeof documents)["\n      mutation SendAs($input: SendMessageInput!) {\n        sendMessage(input: $input) {\n          __typename\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPostmaster($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation SetPostmaster($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation LimitServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SendUsage($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        sendLimit\n        sendUsage {\n          limit\n          used\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SendUsage($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        sendLimit\n        sendUsage {\n          limit\n          used\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SendLimitEvents($id: ID!, $kinds: [EventKind!]!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100, filter: { kinds: $kinds }) {\n          nodes {\n            recipient\n            reason\n            nextAttemptAt\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query SendLimitEvents($id: ID!, $kinds: [EventKind!]!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100, filter: { kinds: $kinds }) {\n          nodes {\n            recipient\n            reason\n            nextAttemptAt\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeWaiting($retry: RetryDeliveriesInput!, $cancel: CancelDeliveriesInput!) {\n    retryDeliveries(input: $retry) {\n      __typename\n    }\n    cancelDeliveries(input: $cancel) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeWaiting($retry: RetryDeliveriesInput!, $cancel: CancelDeliveriesInput!) {\n    retryDeliveries(input: $retry) {\n      __typename\n    }\n    cancelDeliveries(input: $cancel) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CheckRecords($id: ID!) {\n    node(id: $id) {\n      ... on Domain {\n        records {\n          purpose\n          name\n          value\n        }\n        dkimKeys {\n          algorithm\n          seenPublishedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query CheckRecords($id: ID!) {\n    node(id: $id) {\n      ... on Domain {\n        records {\n          purpose\n          name\n          value\n        }\n        dkimKeys {\n          algorithm\n          seenPublishedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateDomain($input: CreateDomainInput!) {\n    createDomain(input: $input) {\n      __typename\n      ... on CreateDomainSuccess {\n        domain {\n          id\n          name\n          unicodeName\n          verifiedAt\n          checks {\n            kind\n          }\n          records {\n            purpose\n            type\n            name\n            value\n            isRequired\n          }\n          dkimKeys {\n            algorithm\n            selector\n            seenPublishedAt\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateDomain($input: CreateDomainInput!) {\n    createDomain(input: $input) {\n      __typename\n      ... on CreateDomainSuccess {\n        domain {\n          id\n          name\n          unicodeName\n          verifiedAt\n          checks {\n            kind\n          }\n          records {\n            purpose\n            type\n            name\n            value\n            isRequired\n          }\n          dkimKeys {\n            algorithm\n            selector\n            seenPublishedAt\n          }\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DomainEvents($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100) {\n          nodes {\n            kind\n            check\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query DomainEvents($id: ID!) {\n    node(id: $id) {\n      ... on MailServer {\n        events(first: 100) {\n          nodes {\n            kind\n            check\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation SecondServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation SecondServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation DeleteDomain($input: DeleteDomainInput!) {\n          deleteDomain(input: $input) {\n            __typename\n          }\n        }\n      "): (typeof documents)["\n        mutation DeleteDomain($input: DeleteDomainInput!) {\n          deleteDomain(input: $input) {\n            __typename\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n            query Proof($id: ID!) {\n              node(id: $id) {\n                ... on Domain {\n                  records {\n                    value\n                  }\n                }\n              }\n            }\n          "): (typeof documents)["\n            query Proof($id: ID!) {\n              node(id: $id) {\n                ... on Domain {\n                  records {\n                    value\n                  }\n                }\n              }\n            }\n          "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation SendToNoAddress($input: SendRawMessageInput!) {\n          sendRawMessage(input: $input) {\n            __typename\n          }\n        }\n      "): (typeof documents)["\n        mutation SendToNoAddress($input: SendRawMessageInput!) {\n          sendRawMessage(input: $input) {\n            __typename\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query FirstAttempts($id: ID!) {\n        node(id: $id) {\n          ... on Message {\n            deliveries(first: 100) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    outcome {\n                      kind\n                      code\n                      enhancedCode\n                      stage\n                      reply\n                    }\n                    decision {\n                      host\n                      address\n                      port\n                      reasons {\n                        rule\n                        because\n                      }\n                    }\n                    transcript\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    "): (typeof documents)["\n      query FirstAttempts($id: ID!) {\n        node(id: $id) {\n          ... on Message {\n            deliveries(first: 100) {\n              nodes {\n                recipient\n                attempts(first: 1) {\n                  nodes {\n                    outcome {\n                      kind\n                      code\n                      enhancedCode\n                      stage\n                      reply\n                    }\n                    decision {\n                      host\n                      address\n                      port\n                      reasons {\n                        rule\n                        because\n                      }\n                    }\n                    transcript\n                  }\n                }\n              }\n            }\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrustingSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TrustingSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrustingWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrustingWho {\n    viewer {\n      user {\n        email\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TrustingMuch {\n    mailServers(first: 50) {\n      nodes {\n        messages(first: 20) {\n          nodes {\n            id\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TrustingMuch {\n    mailServers(first: 50) {\n      nodes {\n        messages(first: 20) {\n          nodes {\n            id\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrustingInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TrustingInvite($input: InviteMemberInput!) {\n    inviteMember(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrustingReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TrustingReset($input: RequestPasswordResetInput!) {\n    requestPasswordReset(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TrustingSend($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation TrustingSend($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query DkimRecordsOf($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              name\n            }\n          }\n        }\n      }\n    "): (typeof documents)["\n      query DkimRecordsOf($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              name\n            }\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RetainedContent($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n"): (typeof documents)["\n  query RetainedContent($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RetryExpired($ids: [ID!]!) {\n    retryDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on RetryDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RetryExpired($ids: [ID!]!) {\n    retryDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on RetryDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelRetained($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on CancelDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelRetained($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on CancelDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseRetained($ids: [ID!]!) {\n    releaseDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on ReleaseDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseRetained($ids: [ID!]!) {\n    releaseDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n      ... on ReleaseDeliveriesSuccess {\n        results {\n          __typename\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendHeld($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendHeld($input: SendMessageInput!) {\n    sendMessage(input: $input) {\n      __typename\n      ... on SendMessageSuccess {\n        message {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepFor($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n      ... on LimitMailServerSuccess {\n        mailServer {\n          contentRetentionDays\n          messageRetentionDays\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KeepFor($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n      ... on LimitMailServerSuccess {\n        mailServer {\n          contentRetentionDays\n          messageRetentionDays\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KeptMessage($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n"): (typeof documents)["\n  query KeptMessage($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        raw\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelKept($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation CancelKept($ids: [ID!]!) {\n    cancelDeliveries(input: { deliveryIds: $ids }) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n      ... on UpdateCredentialSuccess {\n        credential {\n          hold\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation LimitCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n      ... on UpdateCredentialSuccess {\n        credential {\n          hold\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLimitedCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        credential {\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateLimitedCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        credential {\n          allowedNetworks\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LimitedWho {\n    viewer {\n      mailServer {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query LimitedWho {\n    viewer {\n      mailServer {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RefusedCredentials($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        auditLog(first: 100, filter: { actions: [\"credential.refused\"] }) {\n          nodes {\n            ipAddress\n            subjectId\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RefusedCredentials($id: ID!) {\n    node(id: $id) {\n      ... on Organization {\n        auditLog(first: 100, filter: { actions: [\"credential.refused\"] }) {\n          nodes {\n            ipAddress\n            subjectId\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AnyCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        secret\n        credential {\n          id\n          type\n          username\n          network\n          hint\n          hold\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AnyCredential($input: CreateCredentialInput!) {\n    createCredential(input: $input) {\n      __typename\n      ... on CreateCredentialSuccess {\n        secret\n        credential {\n          id\n          type\n          username\n          network\n          hint\n          hold\n        }\n      }\n      ... on Refusal {\n        code\n        path\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      __typename\n      ... on RevokeCredentialSuccess {\n        credential {\n          revokedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeCredential($input: RevokeCredentialInput!) {\n    revokeCredential(input: $input) {\n      __typename\n      ... on RevokeCredentialSuccess {\n        credential {\n          revokedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation HoldCredential($input: UpdateCredentialInput!) {\n    updateCredential(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnServer {\n    viewer {\n      permissions\n      user {\n        id\n      }\n      mailServer {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnServer {\n    viewer {\n      permissions\n      user {\n        id\n      }\n      mailServer {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n            query CredentialUse($id: ID!) {\n              node(id: $id) {\n                ... on Credential {\n                  lastUsedAt\n                }\n              }\n            }\n          "): (typeof documents)["\n            query CredentialUse($id: ID!) {\n              node(id: $id) {\n                ... on Credential {\n                  lastUsedAt\n                }\n              }\n            }\n          "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation SendHeld($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n              }\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation SendHeld($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n              }\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteMailServer($input: DeleteMailServerInput!) {\n    deleteMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteMailServer($input: DeleteMailServerInput!) {\n    deleteMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreMailServer($input: RestoreMailServerInput!) {\n    restoreMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreMailServer($input: RestoreMailServerInput!) {\n    restoreMailServer(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteOrganization($input: DeleteOrganizationInput!) {\n    deleteOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteOrganization($input: DeleteOrganizationInput!) {\n    deleteOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreOrganization($input: RestoreOrganizationInput!) {\n    restoreOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreOrganization($input: RestoreOrganizationInput!) {\n    restoreOrganization(input: $input) {\n      __typename\n      ... on Refusal {\n        code\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query KnownObjects($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  query KnownObjects($ids: [ID!]!) {\n    nodes(ids: $ids) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LimitDeletedServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation LimitDeletedServer($input: LimitMailServerInput!) {\n    limitMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateServerAgain($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateServerAgain($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedServers {\n    mailServers(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListedServers {\n    mailServers(first: 100) {\n      nodes {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on SlugTaken {\n        slug\n        path\n      }\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n          slug\n          token\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n          organization {\n            id\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateServer($input: CreateMailServerInput!) {\n    createMailServer(input: $input) {\n      __typename\n      ... on SlugTaken {\n        slug\n        path\n      }\n      ... on CreateMailServerSuccess {\n        mailServer {\n          id\n          slug\n          token\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n          organization {\n            id\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n      ... on UpdateMailServerSuccess {\n        mailServer {\n          name\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation UpdateServer($input: UpdateMailServerInput!) {\n    updateMailServer(input: $input) {\n      __typename\n      ... on UpdateMailServerSuccess {\n        mailServer {\n          name\n          mode\n          allowSender\n          privacyMode\n          retryAttempts\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SuspendServer($input: SuspendMailServerInput!) {\n    suspendMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation SuspendServer($input: SuspendMailServerInput!) {\n    suspendMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnsuspendServer($input: UnsuspendMailServerInput!) {\n    unsuspendMailServer(input: $input) {\n      __typename\n    }\n  }\n"): (typeof documents)["\n  mutation UnsuspendServer($input: UnsuspendMailServerInput!) {\n    unsuspendMailServer(input: $input) {\n      __typename\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServerTree($first: Int!) {\n    organizations(first: $first) {\n      nodes {\n        mailServers(first: 2) {\n          nodes {\n            id\n            credentials(first: 2) {\n              nodes {\n                type\n              }\n            }\n            domains(first: 2) {\n              nodes {\n                name\n                checks {\n                  kind\n                }\n                dkimKeys {\n                  selector\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServerTree($first: Int!) {\n    organizations(first: $first) {\n      nodes {\n        mailServers(first: 2) {\n          nodes {\n            id\n            credentials(first: 2) {\n              nodes {\n                type\n              }\n            }\n            domains(first: 2) {\n              nodes {\n                name\n                checks {\n                  kind\n                }\n                dkimKeys {\n                  selector\n                }\n              }\n            }\n          }\n          pageInfo {\n            hasNextPage\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RevokeOfOpenSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation RevokeOfOpenSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation HoldOfOpenSession($input: UpdateCredentialInput!) {\n      updateCredential(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation HoldOfOpenSession($input: UpdateCredentialInput!) {\n      updateCredential(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation SendEnvelope($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n        }\n      }\n    "): (typeof documents)["\n      mutation SendEnvelope($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation RevokeOfIdleSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation RevokeOfIdleSession($input: RevokeCredentialInput!) {\n      revokeCredential(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    query NameUnderSession($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on MailServer {\n          name\n        }\n      }\n    }\n  "): (typeof documents)["\n    query NameUnderSession($id: ID!) {\n      node(id: $id) {\n        __typename\n        ... on MailServer {\n          name\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation DeleteUnderSession($input: DeleteMailServerInput!) {\n      deleteMailServer(input: $input) {\n        __typename\n      }\n    }\n  "): (typeof documents)["\n    mutation DeleteUnderSession($input: DeleteMailServerInput!) {\n      deleteMailServer(input: $input) {\n        __typename\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestAccessToken($input: CreateAccessTokenInput!) {\n        createAccessToken(input: $input) {\n          __typename\n          ... on CreateAccessTokenSuccess {\n            secret\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestAccessToken($input: CreateAccessTokenInput!) {\n        createAccessToken(input: $input) {\n          __typename\n          ... on CreateAccessTokenSuccess {\n            secret\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation FirstSignIn($input: SignInWithSetupSecretInput!) {\n        signInWithSetupSecret(input: $input) {\n          __typename\n        }\n      }\n    "): (typeof documents)["\n      mutation FirstSignIn($input: SignInWithSetupSecretInput!) {\n        signInWithSetupSecret(input: $input) {\n          __typename\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestUser($input: CreateUserInput!) {\n        createUser(input: $input) {\n          __typename\n          ... on CreateUserSuccess {\n            user {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestUser($input: CreateUserInput!) {\n        createUser(input: $input) {\n          __typename\n          ... on CreateUserSuccess {\n            user {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestSignIn($input: SignInInput!) {\n        signIn(input: $input) {\n          __typename\n        }\n      }\n    "): (typeof documents)["\n      mutation TestSignIn($input: SignInInput!) {\n        signIn(input: $input) {\n          __typename\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestMember($input: AddMemberInput!) {\n        addMember(input: $input) {\n          __typename\n          ... on AddMemberSuccess {\n            member {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestMember($input: AddMemberInput!) {\n        addMember(input: $input) {\n          __typename\n          ... on AddMemberSuccess {\n            member {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestSendRaw($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n            path\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestSendRaw($input: SendRawMessageInput!) {\n        sendRawMessage(input: $input) {\n          __typename\n          ... on SendRawMessageSuccess {\n            message {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n            path\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessageState($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        id\n        subject\n        sizeBytes\n        deliveries(first: 10) {\n          nodes {\n            id\n            recipient\n            status\n            attemptCount\n            nextAttemptAt\n            heldBecause\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  code\n                  enhancedCode\n                  reply\n                  stage\n                }\n                decision {\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                  signatures {\n                    domain\n                    selector\n                    algorithm\n                  }\n                }\n                transcript\n              }\n            }\n          }\n        }\n        events(first: 20) {\n          nodes {\n            kind\n            at\n            cursor\n            recipient\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MessageState($id: ID!) {\n    node(id: $id) {\n      ... on Message {\n        id\n        subject\n        sizeBytes\n        deliveries(first: 10) {\n          nodes {\n            id\n            recipient\n            status\n            attemptCount\n            nextAttemptAt\n            heldBecause\n            attempts(last: 5) {\n              nodes {\n                outcome {\n                  kind\n                  code\n                  enhancedCode\n                  reply\n                  stage\n                }\n                decision {\n                  host\n                  tls\n                  reasons {\n                    rule\n                    because\n                  }\n                  signatures {\n                    domain\n                    selector\n                    algorithm\n                  }\n                }\n                transcript\n              }\n            }\n          }\n        }\n        events(first: 20) {\n          nodes {\n            kind\n            at\n            cursor\n            recipient\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation TestMailServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n            ... on Refusal {\n              reason\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation TestMailServer($input: CreateMailServerInput!) {\n          createMailServer(input: $input) {\n            __typename\n            ... on CreateMailServerSuccess {\n              mailServer {\n                id\n              }\n            }\n            ... on Refusal {\n              reason\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n        mutation TestSend($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n                subject\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n              path\n            }\n          }\n        }\n      "): (typeof documents)["\n        mutation TestSend($input: SendMessageInput!) {\n          sendMessage(input: $input) {\n            __typename\n            ... on SendMessageSuccess {\n              message {\n                id\n                subject\n              }\n            }\n            ... on Refusal {\n              code\n              reason\n              path\n            }\n          }\n        }\n      "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestOrganization($input: CreateOrganizationInput!) {\n        createOrganization(input: $input) {\n          __typename\n          ... on CreateOrganizationSuccess {\n            organization {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestOrganization($input: CreateOrganizationInput!) {\n        createOrganization(input: $input) {\n          __typename\n          ... on CreateOrganizationSuccess {\n            organization {\n              id\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestCredential($input: CreateCredentialInput!) {\n        createCredential(input: $input) {\n          __typename\n          ... on CreateCredentialSuccess {\n            secret\n            credential {\n              id\n              username\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestCredential($input: CreateCredentialInput!) {\n        createCredential(input: $input) {\n          __typename\n          ... on CreateCredentialSuccess {\n            secret\n            credential {\n              id\n              username\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestDomain($input: CreateDomainInput!) {\n        createDomain(input: $input) {\n          __typename\n          ... on CreateDomainSuccess {\n            domain {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestDomain($input: CreateDomainInput!) {\n        createDomain(input: $input) {\n          __typename\n          ... on CreateDomainSuccess {\n            domain {\n              id\n            }\n          }\n          ... on Refusal {\n            code\n            reason\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      query TestRecords($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              type\n              name\n              value\n            }\n          }\n        }\n      }\n    "): (typeof documents)["\n      query TestRecords($id: ID!) {\n        node(id: $id) {\n          ... on Domain {\n            records {\n              purpose\n              type\n              name\n              value\n            }\n          }\n        }\n      }\n    "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n      mutation TestCheck($input: CheckDomainInput!) {\n        checkDomain(input: $input) {\n          __typename\n          ... on CheckDomainSuccess {\n            domain {\n              id\n              verifiedAt\n              checks {\n                kind\n                status\n                expected\n                found\n                fix\n              }\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "): (typeof documents)["\n      mutation TestCheck($input: CheckDomainInput!) {\n        checkDomain(input: $input) {\n          __typename\n          ... on CheckDomainSuccess {\n            domain {\n              id\n              verifiedAt\n              checks {\n                kind\n                status\n                expected\n                found\n                fix\n              }\n            }\n          }\n          ... on Refusal {\n            reason\n          }\n        }\n      }\n    "];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;