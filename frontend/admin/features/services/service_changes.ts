import { graphql } from '../../api/graphql';

export const serviceCategoryCreate = graphql(`
  mutation ServiceCategoryCreate($input: ServiceCategoryCreateInput!) {
    serviceCategoryCreate(input: $input) {
      serviceCategory {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceCategoryUpdate = graphql(`
  mutation ServiceCategoryUpdate($input: ServiceCategoryUpdateInput!) {
    serviceCategoryUpdate(input: $input) {
      serviceCategory {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceCategoryRemove = graphql(`
  mutation ServiceCategoryRemove($input: ServiceCategoryRemoveInput!) {
    serviceCategoryRemove(input: $input) {
      removedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceCategoryRestore = graphql(`
  mutation ServiceCategoryRestore($input: ServiceCategoryRestoreInput!) {
    serviceCategoryRestore(input: $input) {
      serviceCategory {
        id
        name
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceCreate = graphql(`
  mutation ServiceCreate($input: ServiceCreateInput!) {
    serviceCreate(input: $input) {
      service {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceUpdate = graphql(`
  mutation ServiceUpdate($input: ServiceUpdateInput!) {
    serviceUpdate(input: $input) {
      service {
        id
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceArchive = graphql(`
  mutation ServiceArchive($input: ServiceArchiveInput!) {
    serviceArchive(input: $input) {
      service {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export const serviceRestore = graphql(`
  mutation ServiceRestore($input: ServiceRestoreInput!) {
    serviceRestore(input: $input) {
      service {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);
