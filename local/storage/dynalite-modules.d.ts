/** The parts of dynalite that the table engine calls in process; the package has no types of its own. */
declare module 'dynalite/db/index.js' {
  const db: {
    create(options: {
      path?: string;
      createTableMs: number;
      deleteTableMs: number;
      updateTableMs: number;
    }): import('./dynalite-store.ts').DynaliteStore;
  };
  export default db;
}

declare module 'dynalite/validations/index.js' {
  const validations: import('./dynalite-store.ts').DynaliteValidations;
  export default validations;
}

declare module 'dynalite/actions/*' {
  const action: import('./dynalite-store.ts').DynaliteAction;
  export default action;
}

declare module 'dynalite/validations/*' {
  const validation: import('./dynalite-store.ts').DynaliteValidation;
  export default validation;
}
