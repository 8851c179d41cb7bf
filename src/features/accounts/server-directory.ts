/** Which mail servers there are; their feature knows. */
export interface ServerDirectory {
  listIdsOfOrganization(organizationId: bigint): Promise<readonly bigint[]>;
}
