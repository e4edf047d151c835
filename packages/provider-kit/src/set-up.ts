/** What an admin needs to know to register the hub at a provider, beside the steps of its `setup.md`. */
export interface SetUpDeclaration {
  /** The page of the provider's console where a client is made. */
  readonly consoleUrl: string;
  /** Further pages of the console, as those where an API is switched on, in the order they are needed. */
  readonly links?: readonly { readonly title: string; readonly url: string }[];
  /** Sentences about what is easily forgotten: publishing status, APIs to enable, who may consent. */
  readonly hints?: readonly string[];
  /** True where the console gives the client as a JSON file to download. */
  readonly clientFile?: boolean;
}
